package dk.klyngeflow.archive;

import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.Forgets;
import dk.klyngeflow.members.ClusterClosing;
import dk.klyngeflow.members.Clusters;
import java.time.Instant;
import java.time.Period;
import org.springframework.stereotype.Component;

/**
 * Nobody writes to the people of a closed cluster any longer, so their addresses go long before the vouchers. Whatever another node began
 * in the moment of the closing ends here, too.
 */
@Component
class ClosedClusterWatch implements Forgets {

    private final Clusters clusters;
    private final ClusterClosing members;
    private final Cases cases;

    ClosedClusterWatch(Clusters clusters, ClusterClosing members, Cases cases) {
        this.clusters = clusters;
        this.members = members;
        this.cases = cases;
    }

    @Override
    public String what() {
        return "Mailadresser på folk, der kun var i en lukket klynge";
    }

    @Override
    public Period after() {
        return Period.ofMonths(6);
    }

    @Override
    public int forget(Instant before) {
        clusters.closed().forEach(closed -> cases.endAll(closed.id(), Closing.REASON));
        return members.forgetAddresses(before);
    }
}
