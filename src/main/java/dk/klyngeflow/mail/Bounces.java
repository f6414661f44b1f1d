package dk.klyngeflow.mail;

import dk.klyngeflow.engine.CaseIncidents;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Mails of ours that a server has taken and later sent back. */
@Component
public class Bounces {

    private static final Logger LOG = LoggerFactory.getLogger(Bounces.class);

    private static final Duration TOLD_AGAIN = Duration.ofDays(7);

    private final Mails mails;
    private final BouncedAddresses addresses;
    private final People people;
    private final CopenhagenTime time;
    private final CaseIncidents incidents;
    private final ApplicationEventPublisher events;

    Bounces(
            Mails mails,
            BouncedAddresses addresses,
            People people,
            CopenhagenTime time,
            CaseIncidents incidents,
            ApplicationEventPublisher events) {
        this.mails = mails;
        this.addresses = addresses;
        this.people = people;
        this.time = time;
        this.incidents = incidents;
        this.events = events;
    }

    /** The cluster whose mail has one of these Message-IDs; empty when none is ours. */
    public Optional<String> clusterOf(List<String> messageIds) {
        return sent(messageIds).map(Waiting::clusterId);
    }

    private Optional<Waiting> sent(List<String> messageIds) {
        return messageIds.stream().flatMap(id -> mails.byMessageId(id).stream()).findFirst();
    }

    /** @param address where it had been sent; empty when that is blanked already */
    public record Bounced(String clusterId, String messageId, String address) {}

    /**
     * Marks the mail as refused; the case of a failed mail begins with it. Once, however many reports come. Of an address that is not
     * dead somebody hears once a week at most: a full mailbox sends back everything.
     *
     * @param reason Danish
     * @param isDead whether the address does not exist: nothing more is sent there until somebody has looked at it
     * @return empty when none of the ids is ours, or it had been marked before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Bounced> bounced(List<String> messageIds, String reason, boolean isDead) {
        Optional<Waiting> found = sent(messageIds);
        if (found.isEmpty() || !mails.cameBack(found.get().id(), reason, time.now())) {
            return Optional.empty();
        }
        Waiting mail = found.get();
        String address = mail.address() != null
                ? mail.address()
                : mail.personId().flatMap(people::find).map(Person::mail).orElse("");
        LOG.warn("mail {} for {} came back", mail.id(), mail.purpose());
        if (isToBeTold(mail.clusterId(), address, isDead)) {
            tell(mail, reason);
        }
        return Optional.of(new Bounced(mail.clusterId(), mail.messageId(), address));
    }

    private boolean isToBeTold(String clusterId, String address, boolean isDead) {
        if (address.isEmpty()) {
            return true;
        }
        if (isDead) {
            addresses.mark(clusterId, address, time.now());
            return true;
        }
        return addresses.mayTell(clusterId, address, time.now(), time.now().minus(TOLD_AGAIN));
    }

    private void tell(Waiting mail, String reason) {
        if (mail.caseKey() != null) {
            incidents.raise(
                    mail.clusterId(),
                    mail.caseKey(),
                    Postman.INCIDENT,
                    String.valueOf(mail.id()),
                    "Mail " + mail.id() + " (" + mail.purpose() + "): " + reason);
        }
        events.publishEvent(new MailRefused(mail.clusterId(), mail.id(), mail.caseKey()));
    }
}
