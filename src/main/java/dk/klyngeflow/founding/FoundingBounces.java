package dk.klyngeflow.founding;

import dk.klyngeflow.foundings.Founding;
import dk.klyngeflow.foundings.FoundingPractice;
import dk.klyngeflow.foundings.FoundingPractices;
import dk.klyngeflow.foundings.Foundings;
import dk.klyngeflow.mail.FailedMails;
import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.MailRefused;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.mail.Recipient;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.Person;
import dk.klyngeflow.security.Identities;
import java.util.List;
import java.util.Map;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A mail of a founding that comes back is told to the founder, who corrects the address on her page, and to the administrators. */
@Component
class FoundingBounces {

    private final Foundings foundings;
    private final FoundingPractices practices;
    private final FounderMails mails;
    private final FailedMails failed;
    private final Clusters clusters;
    private final People people;
    private final Identities identities;
    private final Outbox outbox;

    FoundingBounces(
            Foundings foundings,
            FoundingPractices practices,
            FounderMails mails,
            FailedMails failed,
            Clusters clusters,
            People people,
            Identities identities,
            Outbox outbox) {
        this.foundings = foundings;
        this.practices = practices;
        this.mails = mails;
        this.failed = failed;
        this.clusters = clusters;
        this.people = people;
        this.identities = identities;
        this.outbox = outbox;
    }

    @EventListener
    void cameBack(MailRefused refused) {
        if (clusters.isInFounding(refused.clusterId())) {
            foundings
                    .find(refused.clusterId())
                    .filter(founding -> !founding.stage().isOver())
                    .ifPresent(founding ->
                            failed.find(refused.clusterId(), refused.mailId()).ifPresent(mail -> tell(founding, mail)));
        }
    }

    private void tell(Founding founding, FailedMails.FailedMail mail) {
        // what told an administrator has come back itself: telling of that would never end
        if (identities.administrators().values().stream().anyMatch(mail.address()::equalsIgnoreCase)) {
            return;
        }
        List<FoundingPractice> hit = practices.of(founding.clusterId()).stream()
                .filter(practice -> people.find(practice.contactId())
                        .map(Person::mail)
                        .filter(mail.address()::equalsIgnoreCase)
                        .isPresent())
                .toList();
        hit.forEach(practice -> practices.cameBack(practice, mail.id()));
        boolean isFounders = people.find(founding.founderId())
                .map(Person::mail)
                .filter(mail.address()::equalsIgnoreCase)
                .isPresent();
        boolean canCorrect = hit.stream().anyMatch(FoundingPractice::isSilent);
        if (!isFounders) {
            mails.write(
                    founding,
                    "bounced-" + mail.id(),
                    "En mail kom tilbage",
                    "Mailen til " + mail.recipientName() + " (" + mail.address() + ") kunne ikke afleveres. "
                            + (canCorrect
                                    ? "Åbn din side, og skriv den rigtige adresse; så sendes invitationen igen."
                                    : "Ring, og hør, hvad adressen er; administratoren kan rette den."));
        }
        String cluster = clusters.get(founding.clusterId()).name();
        identities.administrators().forEach((id, address) -> {
            if (FailedMails.isAddress(address)) {
                outbox.enqueue(Mail.of(
                        founding.clusterId(),
                        "founding-news",
                        "founding-bounced:" + founding.caseKey() + ":" + id + ":" + mail.id(),
                        Recipient.address(address, "administrator"),
                        Map.of(
                                "title",
                                "En mail kom tilbage",
                                "text",
                                "En mail til en, der er spurgt om at stifte " + cluster + ", kunne ikke afleveres. "
                                        + (isFounders
                                                ? "Det er stifterens egen adresse, så kun du kan hjælpe: ring til stifteren, og ret den under Post."
                                                : "Stifteren har fået det at vide. Se sagen under Stiftelser.")),
                        founding.caseKey()));
            }
        });
    }
}
