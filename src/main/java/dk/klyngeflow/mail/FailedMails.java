package dk.klyngeflow.mail;

import dk.klyngeflow.engine.CaseIncidents;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The mails that could not be delivered, for the person who puts them right. */
@Component
public class FailedMails {

    private static final Duration STILL_OF_USE = Duration.ofDays(14);

    private final Mails mails;
    private final Letters letters;
    private final People people;
    private final CopenhagenTime time;
    private final CaseIncidents incidents;
    private final BouncedAddresses bounced;
    private final Links links;

    FailedMails(
            Mails mails,
            Letters letters,
            People people,
            CopenhagenTime time,
            CaseIncidents incidents,
            BouncedAddresses bounced,
            Links links) {
        this.links = links;
        this.mails = mails;
        this.letters = letters;
        this.people = people;
        this.time = time;
        this.incidents = incidents;
        this.bounced = bounced;
    }

    /**
     * @param about the mail's subject
     * @param reason Danish
     * @param others how many more could not be delivered to the same address; they go where this one goes
     */
    public record FailedMail(long id, String about, String recipientName, String address, String reason, int others) {}

    /** Empty when it is of another cluster, or has been sent or given up meanwhile. */
    public Optional<FailedMail> find(String clusterId, long mailId) {
        return mails.failed(clusterId, mailId).map(mail -> {
            Optional<Person> person = mail.personId().flatMap(people::find);
            return new FailedMail(
                    mail.id(),
                    letters.subject(mail),
                    person.map(Person::name).orElseGet(() -> mail.name() == null ? "" : mail.name()),
                    addressOf(mail),
                    mails.reason(clusterId, mailId),
                    mails.failedBeside(clusterId, mailId).size());
        });
    }

    /** Numbers of the mails that failed to the same address. */
    public List<Long> besides(String clusterId, long mailId) {
        return mails.failedBeside(clusterId, mailId).stream().map(Waiting::id).toList();
    }

    public static boolean isAddress(String text) {
        return Addresses.isValid(text);
    }

    /** The mail goes to this address instead, when it is sent again; so do the others that failed to the earlier one. */
    @Transactional
    public void correct(String clusterId, long mailId, String address) {
        if (!Addresses.isValid(address)) {
            throw new IllegalArgumentException("not a mail address");
        }
        List<Long> besides = besides(clusterId, mailId);
        readdress(clusterId, mailId, address);
        besides.forEach(other -> readdress(clusterId, other, address));
    }

    /** Whoever reads the mailbox that it went to first has a link in it, which opens nothing any longer. */
    private void readdress(String clusterId, long mailId, String address) {
        mails.find(clusterId, mailId)
                .filter(mail -> mail.linkId() != null && !addressOf(mail).equalsIgnoreCase(address))
                .ifPresent(mail -> links.renew(clusterId, Objects.requireNonNull(mail.linkId())));
        mails.correct(clusterId, mailId, address);
    }

    /**
     * Sends it again with the same Message-ID, now, also to an address that it came back from, and with it what else failed to go there; of
     * that only what is not too old to be of use. Does nothing to a mail that has not failed.
     */
    @Transactional
    public void sendAgain(String clusterId, long mailId) {
        Instant now = time.now();
        List<Long> besides = besides(clusterId, mailId);
        settleIncident(clusterId, mailId);
        find(clusterId, mailId).ifPresent(mail -> bounced.unmark(clusterId, mail.address()));
        mails.sendAgain(clusterId, mailId, now, Instant.EPOCH);
        for (long other : besides) {
            settleIncident(clusterId, other);
            mails.sendAgain(clusterId, other, now, now.minus(STILL_OF_USE));
            // what is left is too old
            mails.giveUp(clusterId, other, now);
        }
    }

    /**
     * Sends one mail, also one that was given up or waits for a later attempt, and also to an address that it came back from.
     *
     * @return false when there was nothing to send
     */
    @Transactional
    public boolean sendNow(String clusterId, long mailId) {
        settleIncident(clusterId, mailId);
        boolean isSent = mails.sendNow(clusterId, mailId, time.now());
        if (isSent) {
            mails.find(clusterId, mailId).ifPresent(mail -> bounced.unmark(clusterId, addressOf(mail)));
        }
        return isSent;
    }

    /** Lets it lie, and with it what else failed to go to the same address. */
    @Transactional
    public void giveUp(String clusterId, long mailId) {
        List<Long> besides = besides(clusterId, mailId);
        letLie(clusterId, mailId);
        besides.forEach(other -> letLie(clusterId, other));
    }

    private void letLie(String clusterId, long mailId) {
        settleIncident(clusterId, mailId);
        mails.giveUp(clusterId, mailId, time.now());
    }

    private String addressOf(Waiting mail) {
        return mail.address() != null
                ? mail.address()
                : mail.personId().flatMap(people::find).map(Person::mail).orElse("");
    }

    private void settleIncident(String clusterId, long mailId) {
        mails.failed(clusterId, mailId)
                .map(Waiting::caseKey)
                .ifPresent(caseKey -> incidents.resolve(clusterId, caseKey, Postman.INCIDENT, String.valueOf(mailId)));
    }
}
