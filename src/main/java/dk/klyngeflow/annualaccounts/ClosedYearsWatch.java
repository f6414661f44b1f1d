package dk.klyngeflow.annualaccounts;

import dk.klyngeflow.accounts.YearSnapshots;
import dk.klyngeflow.accounts.YearSnapshots.Differing;
import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.mail.Recipient;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Post;
import dk.klyngeflow.security.Identities;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Holds the books of every closed year against what was frozen when it was closed. Nothing of ours can change them, so a difference is
 * somebody's who writes past us: administrators and treasurer are told, once for each change, and the page of the year says so as long as
 * it lasts.
 */
@Component
public class ClosedYearsWatch {

    public static final String MAIL = "closed-year-differs";

    private static final Logger LOG = LoggerFactory.getLogger(ClosedYearsWatch.class);

    private final YearSnapshots snapshots;
    private final Clusters clusters;
    private final People people;
    private final Identities identities;
    private final Outbox outbox;

    ClosedYearsWatch(YearSnapshots snapshots, Clusters clusters, People people, Identities identities, Outbox outbox) {
        this.snapshots = snapshots;
        this.clusters = clusters;
        this.people = people;
        this.identities = identities;
        this.outbox = outbox;
    }

    /** Every node does it; the mails' keys are the same. */
    @Scheduled(cron = "0 50 3 * * *", zone = "Europe/Copenhagen")
    public void compare() {
        for (Differing each : snapshots.differing()) {
            LOG.error(
                    "the closed year {} of {} reads otherwise than when it was closed", each.year(), each.clusterId());
            if (clusters.all().stream().anyMatch(open -> open.id().equals(each.clusterId()))) {
                tell(each);
            }
        }
    }

    private void tell(Differing each) {
        identities.administrators().forEach((id, address) -> {
            if (!address.isBlank()) {
                send(each, id, Recipient.address(address, "administrator"));
            }
        });
        people.holding(each.clusterId(), Post.TREASURER)
                .forEach(treasurer -> send(each, treasurer.id(), Recipient.person(treasurer.id())));
    }

    private void send(Differing each, String to, Recipient recipient) {
        outbox.enqueue(Mail.of(
                each.clusterId(),
                MAIL,
                MAIL + ":" + each.clusterId() + ":" + each.year() + ":" + to + ":" + each.sha256(),
                recipient,
                Map.of("year", String.valueOf(each.year())),
                null));
    }
}
