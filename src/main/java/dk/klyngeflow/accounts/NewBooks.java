package dk.klyngeflow.accounts;

import dk.klyngeflow.members.ClusterOpened;
import dk.klyngeflow.members.Clusters;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Gives every cluster its chart of accounts when it is opened: without one no invoice could be coded. */
@Component
class NewBooks {

    private final ChartOfAccounts chart;
    private final Clusters clusters;

    NewBooks(ChartOfAccounts chart, Clusters clusters) {
        this.chart = chart;
        this.clusters = clusters;
    }

    @EventListener
    void opened(ClusterOpened opened) {
        chart.open(opened.clusterId());
    }

    /** Clusters that were opened before an account was thought of get it now; what they have stays as it is. */
    @EventListener(ApplicationStartedEvent.class)
    void mend() {
        clusters.all().forEach(cluster -> chart.open(cluster.id()));
    }
}
