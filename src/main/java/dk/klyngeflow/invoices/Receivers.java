package dk.klyngeflow.invoices;

import dk.klyngeflow.einvoices.EInvoice;
import dk.klyngeflow.einvoices.Problem;
import dk.klyngeflow.einvoices.Receiver;
import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.ClusterSettings;
import dk.klyngeflow.members.Clusters;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Sees to it that nobody pays an invoice to somebody else. */
@Component
class Receivers {

    private final Clusters clusters;
    private final ClusterSettings settings;

    Receivers(Clusters clusters, ClusterSettings settings) {
        this.clusters = clusters;
        this.settings = settings;
    }

    /** A doubt when the invoice is addressed to somebody else; the cluster's other names and numbers count as its own. */
    Optional<Problem> doubt(String clusterId, EInvoice read) {
        Cluster cluster = clusters.get(clusterId);
        Optional<Problem> doubt = new Receiver(cluster.name(), cluster.cvr(), null).doubtAbout(read);
        for (String other :
                settings.get(clusterId, InvoiceSettings.OWN_IDENTIFIERS).split(",")) {
            String own = other.strip();
            boolean isGln = own.matches("[0-9]{13}");
            if (!own.isEmpty()
                    && new Receiver(isGln ? cluster.name() : own, null, isGln ? own : null)
                            .doubtAbout(read)
                            .isEmpty()) {
                return Optional.empty();
            }
        }
        return doubt;
    }
}
