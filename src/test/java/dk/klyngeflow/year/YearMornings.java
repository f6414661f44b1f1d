package dk.klyngeflow.year;

import dk.klyngeflow.members.Clusters;
import org.springframework.boot.test.context.TestComponent;

/** The clockwork of the year for stories of other rooms, which have their own clock. */
@TestComponent
public class YearMornings {

    private final Clusters clusters;
    private final YearWatch watch;

    YearMornings(Clusters clusters, YearWatch watch) {
        this.clusters = clusters;
        this.watch = watch;
    }

    /** Nothing happens before the cluster is open. */
    public void comes(String cluster) {
        if (clusters.all().stream().anyMatch(each -> each.id().equals(cluster))) {
            watch.see(cluster);
        }
    }
}
