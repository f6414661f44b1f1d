package dk.klyngeflow.mail;

import dk.klyngeflow.engine.CaseIncidents;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
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
     * Marks the mail as refused and its address as dead; the case of a failed mail begins with it. Once, however many reports come.
     *
     * @param reason Danish
     * @return empty when none of the ids is ours, or it had been marked before
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Bounced> bounced(List<String> messageIds, String reason) {
        Optional<Waiting> found = sent(messageIds);
        if (found.isEmpty() || !mails.cameBack(found.get().id(), reason, time.now())) {
            return Optional.empty();
        }
        Waiting mail = found.get();
        String address = mail.address() != null
                ? mail.address()
                : mail.personId().flatMap(people::find).map(Person::mail).orElse("");
        if (!address.isEmpty()) {
            addresses.mark(mail.clusterId(), address, time.now());
        }
        LOG.warn("mail {} for {} came back", mail.id(), mail.purpose());
        if (mail.caseKey() != null) {
            incidents.raise(
                    mail.clusterId(),
                    mail.caseKey(),
                    Postman.INCIDENT,
                    String.valueOf(mail.id()),
                    "Mail " + mail.id() + " (" + mail.purpose() + "): " + reason);
        }
        events.publishEvent(new MailRefused(mail.clusterId(), mail.id(), mail.caseKey()));
        return Optional.of(new Bounced(mail.clusterId(), mail.messageId(), address));
    }
}
