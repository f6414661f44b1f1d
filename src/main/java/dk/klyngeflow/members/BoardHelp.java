package dk.klyngeflow.members;

import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.security.Role;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Asks the board to help where a task has lain too long. */
@Component
public class BoardHelp {

    private final Cases cases;
    private final People people;

    BoardHelp(Cases cases, People people) {
        this.cases = cases;
        this.people = people;
    }

    /** Whoever had the task keeps it too; the first who takes it has it. */
    public void ask(String clusterId, String businessKey) {
        Set<String> board =
                people.holding(clusterId, Role.BOARD).stream().map(Person::id).collect(Collectors.toSet());
        board.addAll(cases.holders(clusterId, businessKey));
        cases.offer(clusterId, businessKey, board);
    }
}
