package dk.klyngeflow.mail;

import dk.klyngeflow.engine.CaseIncidents;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The mails that could not be delivered, for the person who puts them right. */
@Component
public class FailedMails {

    private final Mails mails;
    private final Letters letters;
    private final People people;
    private final CopenhagenTime time;
    private final CaseIncidents incidents;
    private final BouncedAddresses bounced;

    FailedMails(
            Mails mails,
            Letters letters,
            People people,
            CopenhagenTime time,
            CaseIncidents incidents,
            BouncedAddresses bounced) {
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
     */
    public record FailedMail(long id, String about, String recipientName, String address, String reason) {}

    /** Empty when it is of another cluster, or has been sent or given up meanwhile. */
    public Optional<FailedMail> find(String clusterId, long mailId) {
        return mails.failed(clusterId, mailId).map(mail -> {
            Optional<Person> person = mail.personId().flatMap(people::find);
            return new FailedMail(
                    mail.id(),
                    letters.subject(mail),
                    person.map(Person::name).orElseGet(() -> mail.name() == null ? "" : mail.name()),
                    mail.address() != null
                            ? mail.address()
                            : person.map(Person::mail).orElse(""),
                    mails.reason(clusterId, mailId));
        });
    }

    public static boolean isAddress(String text) {
        return Addresses.isValid(text);
    }

    /** The mail goes to this address instead, when it is sent again. */
    public void correct(String clusterId, long mailId, String address) {
        if (!Addresses.isValid(address)) {
            throw new IllegalArgumentException("not a mail address");
        }
        mails.correct(clusterId, mailId, address);
    }

    /** Sends it again with the same Message-ID, now, also to an address that it came back from. Does nothing to a mail that has not failed. */
    @Transactional
    public void sendAgain(String clusterId, long mailId) {
        settleIncident(clusterId, mailId);
        find(clusterId, mailId).ifPresent(mail -> bounced.unmark(clusterId, mail.address()));
        mails.sendAgain(clusterId, mailId, time.now());
    }

    /**
     * As {@link #sendAgain}, and also what was given up or waits for a later attempt.
     *
     * @return false when there was nothing to send
     */
    @Transactional
    public boolean sendNow(String clusterId, long mailId) {
        settleIncident(clusterId, mailId);
        return mails.sendNow(clusterId, mailId, time.now());
    }

    @Transactional
    public void giveUp(String clusterId, long mailId) {
        settleIncident(clusterId, mailId);
        mails.giveUp(clusterId, mailId, time.now());
    }

    private void settleIncident(String clusterId, long mailId) {
        mails.failed(clusterId, mailId)
                .map(Waiting::caseKey)
                .ifPresent(caseKey -> incidents.resolve(clusterId, caseKey, Postman.INCIDENT, String.valueOf(mailId)));
    }
}
