package dk.klyngeflow.contact;

import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.mail.Recipient;
import dk.klyngeflow.members.People;
import dk.klyngeflow.security.Role;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells the coordinator, and the board after her, what others have left lying. */
@Component
class CoordinatorNotices {

    private final Outbox outbox;
    private final People people;

    CoordinatorNotices(Outbox outbox, People people) {
        this.outbox = outbox;
        this.people = people;
    }

    /** Once for each mail. Belongs to no case: if this does not arrive either, that is a case of its own. */
    void tellOfFailedMail(String clusterId, long mailId, String label) {
        people.holding(clusterId, Role.COORDINATOR)
                .forEach(coordinator -> outbox.enqueue(Mail.of(
                        clusterId,
                        "failed-mail-open",
                        "failed-mail-open:" + mailId + ":" + coordinator.id(),
                        Recipient.person(coordinator.id()),
                        Map.of("about", label), null)));
    }

    /** Once for each letter and step: the coordinator, and the board when it was the coordinator who let it lie. */
    void tellOfLetter(String clusterId, long letterId, String label, boolean passedOn) {
        people.holding(clusterId, passedOn ? Role.BOARD : Role.COORDINATOR)
                .forEach(person -> outbox.enqueue(Mail.of(
                        clusterId,
                        "letter-open",
                        "letter-open:" + letterId + ":" + passedOn + ":" + person.id(),
                        Recipient.person(person.id()),
                        Map.of("about", label), null)));
    }
}
