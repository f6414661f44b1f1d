package dk.klyngeflow.election;

import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.members.Post;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/** An election in which candidates are sought, and one that was cancelled, for whoever opens every page and form. */
@TestComponent
public class EveryStateOfElections {

    private final ElectionPlanning planning;
    private final Elections elections;
    private final Cases cases;
    private final TransactionTemplate transaction;

    EveryStateOfElections(
            ElectionPlanning planning, Elections elections, Cases cases, TransactionTemplate transaction) {
        this.planning = planning;
        this.elections = elections;
        this.cases = cases;
        this.transaction = transaction;
    }

    /** @return the id of the one that is open */
    public String areIn(String cluster) {
        return transaction.execute(status -> {
            elections.end(
                    planning.wanted(cluster, Post.AUDITOR, 1, LocalDate.of(2026, 12, 1), List.of(), "system"),
                    ElectionStatus.CANCELLED,
                    "Revisor bliver.");
            Election open = planning.wanted(cluster, Post.CHAIR, 1, LocalDate.of(2026, 12, 1), List.of(), "system");
            cases.start(CoordinatorElection.KEY, cluster, null, Map.of("electionId", open.electionId()));
            return open.electionId();
        });
    }
}
