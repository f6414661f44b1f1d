package dk.klyngeflow.mail;

import dk.klyngeflow.engine.CaseIncidents;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.security.Identities;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Cases that stand still reach a person: one mail a day to each administrator for each cluster, on the day and the day after, however many. */
@Component
class TroubleMails {

    private static final String PURPOSE = "case-trouble";

    private final Clusters clusters;
    private final CaseIncidents incidents;
    private final Identities identities;
    private final Outbox outbox;
    private final CopenhagenTime time;

    TroubleMails(
            Clusters clusters, CaseIncidents incidents, Identities identities, Outbox outbox, CopenhagenTime time) {
        this.clusters = clusters;
        this.incidents = incidents;
        this.identities = identities;
        this.outbox = outbox;
        this.time = time;
    }

    @Scheduled(cron = "0 5/30 * * * *", zone = "Europe/Copenhagen")
    void tell() {
        LocalDate today = time.today();
        Instant since = today.minusDays(1).atStartOfDay(CopenhagenTime.ZONE).toInstant();
        for (Cluster cluster : clusters.all()) {
            long count = incidents.countSince(cluster.id(), since);
            if (count > 0) {
                identities.administrators().forEach((id, address) -> {
                    if (Addresses.isValid(address)) {
                        outbox.enqueue(Mail.of(
                                cluster.id(),
                                PURPOSE,
                                PURPOSE + ":" + cluster.id() + ":" + id + ":" + today,
                                Recipient.address(address, "administrator"),
                                Map.of("trouble", count == 1 ? "1 sag står" : count + " steder i sager står"),
                                null));
                    }
                });
            }
        }
    }
}
