package dk.klyngeflow.inbox;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.mail.FailedMails;
import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.mail.Recipient;
import dk.klyngeflow.members.Clusters;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Answers whoever writes to a cluster that is closed: once a month, so that no two programs write to each other for ever. */
@Component
class ClosedAddress {

    private final Clusters clusters;
    private final Outbox outbox;
    private final CopenhagenTime time;

    ClosedAddress(Clusters clusters, Outbox outbox, CopenhagenTime time) {
        this.clusters = clusters;
        this.outbox = outbox;
        this.time = time;
    }

    boolean isClosed(String clusterId) {
        return clusters.closed(clusterId).isPresent();
    }

    void tell(String clusterId, String sender, String name) {
        if (!FailedMails.isAddress(sender)) {
            return;
        }
        clusters.closed(clusterId)
                .ifPresent(closed -> outbox.enqueue(Mail.of(
                        clusterId,
                        "cluster-closed",
                        "cluster-closed:" + sender.toLowerCase(Locale.ROOT) + ":" + YearMonth.from(time.today()),
                        Recipient.address(sender, name),
                        Map.of("day", DanishTime.DAY.format(CopenhagenTime.dayOf(closed.closedAt()))),
                        null)));
    }
}
