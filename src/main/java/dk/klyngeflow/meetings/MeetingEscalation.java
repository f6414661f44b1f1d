package dk.klyngeflow.meetings;

import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import dk.klyngeflow.security.Role;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Sees that no task of a meeting lies unseen: the board is offered what nobody has done. */
@Component
class MeetingEscalation {

    private final Cases cases;
    private final People people;
    private final MeetingTimes times;

    MeetingEscalation(Cases cases, People people, MeetingTimes times) {
        this.cases = cases;
        this.people = people;
        this.times = times;
    }

    /** @return when to look again */
    Instant offerOverdue(String clusterId, String businessKey) {
        if (cases.isOverdue(clusterId, businessKey, times.tooLongAgo(clusterId))) {
            Set<String> board = people.holding(clusterId, Role.BOARD).stream()
                    .map(Person::id)
                    .collect(Collectors.toSet());
            cases.offer(clusterId, businessKey, board);
        }
        return times.nextLook();
    }
}
