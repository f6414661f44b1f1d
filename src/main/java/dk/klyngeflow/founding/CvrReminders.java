package dk.klyngeflow.founding;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.mail.Recipient;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.CvrRenewals;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Post;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Two months before a registration runs out the coordinator is told, once. */
@Component
class CvrReminders {

    private static final String MAIL = "cvr-renewal";
    private static final int MONTHS_BEFORE = 2;

    private final Clusters clusters;
    private final CvrRenewals renewals;
    private final People people;
    private final Outbox outbox;
    private final CopenhagenTime time;

    CvrReminders(Clusters clusters, CvrRenewals renewals, People people, Outbox outbox, CopenhagenTime time) {
        this.clusters = clusters;
        this.renewals = renewals;
        this.people = people;
        this.outbox = outbox;
        this.time = time;
    }

    /** Every node does it; the mail's key is the same. */
    @Scheduled(cron = "0 40 9 * * *", zone = "Europe/Copenhagen")
    void look() {
        clusters.all()
                .forEach(cluster -> renewals.renewBy(cluster.id())
                        .filter(day -> !time.today().isBefore(day.minusMonths(MONTHS_BEFORE)))
                        .ifPresent(day -> tell(cluster.id(), day)));
    }

    private void tell(String clusterId, LocalDate day) {
        people.holding(clusterId, Post.COORDINATOR)
                .forEach(coordinator -> outbox.enqueue(Mail.of(
                        clusterId,
                        MAIL,
                        MAIL + ":" + clusterId + ":" + coordinator.id() + ":" + day,
                        Recipient.person(coordinator.id()),
                        Map.of("day", DanishTime.DAY.format(day)),
                        null)));
    }
}
