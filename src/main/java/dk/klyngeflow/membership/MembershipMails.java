package dk.klyngeflow.membership;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.mail.Recipient;
import dk.klyngeflow.members.People;
import dk.klyngeflow.security.Role;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What whoever asks hears: that it has come, that it takes longer, and the answer. Never nothing. */
@Component
class MembershipMails {

    private static final String NEWS = "membership-news";
    private static final String LATE = "membership-late";

    private final MemberWishes wishes;
    private final People people;
    private final Outbox outbox;

    MembershipMails(MemberWishes wishes, People people, Outbox outbox) {
        this.wishes = wishes;
        this.people = people;
        this.outbox = outbox;
    }

    void received(String clusterId, long id) {
        MemberWish wish = wishes.get(clusterId, id);
        write(
                wish,
                "received",
                "Vi har modtaget dit ønske",
                "Du har bedt om at " + wish.kind().danish() + ". Klyngens sekretær ser på det og svarer dig senest den "
                        + day(wish.answerBy()) + ". Du skal ikke gøre mere.");
    }

    void late(String clusterId, long id) {
        MemberWish wish = wishes.get(clusterId, id);
        write(
                wish,
                "late",
                "Svaret tager længere tid",
                "Du har bedt om at " + wish.kind().danish()
                        + ". Du skulle have haft svar nu. Klyngens koordinator har fået besked og sørger for, at du får det.");
        people.holding(clusterId, Role.COORDINATOR)
                .forEach(coordinator -> outbox.enqueue(Mail.of(
                        clusterId,
                        LATE,
                        LATE + ":" + id + ":" + coordinator.id(),
                        Recipient.person(coordinator.id()),
                        Map.of("about", "nr. " + id),
                        null)));
    }

    void accepted(String clusterId, long id) {
        MemberWish wish = wishes.get(clusterId, id);
        String what = "Du har bedt om at " + wish.kind().danish() + ". ";
        write(
                wish,
                "accepted",
                "Dit ønske er opfyldt",
                what
                        + switch (wish.kind()) {
                            case JOIN ->
                                "Det er på plads, og du står i klyngens liste. Du hører om møder og afstemninger med mails, der har hver sit link.";
                            case LEAVE, PRACTICE_LEAVES ->
                                "Det er gjort. Dine personlige links holder op med at virke, når dagen kommer. Bilag og referater bliver, så længe loven og klyngen kræver det.";
                            case CORRECT -> "Det er rettet.";
                            case ERASE ->
                                "Dit navn og din mailadresse bliver slettet om to døgn, alle andre steder end i bilag, som bogføringsloven kræver gemt i fem år, og i referater. Det her er den sidste mail, du får.";
                        });
    }

    void refused(String clusterId, long id) {
        MemberWish wish = wishes.get(clusterId, id);
        write(
                wish,
                "refused",
                "Dit ønske kunne ikke opfyldes",
                "Du har bedt om at " + wish.kind().danish() + ". Det kunne ikke lade sig gøre. Begrundelsen er:\n"
                        + wish.reason()
                        + "\nEr du ikke enig, så svar på denne mail. Gælder det dine personoplysninger, kan du også klage til Datatilsynet.");
    }

    private void write(MemberWish wish, String key, String title, String text) {
        outbox.enqueue(Mail.of(
                wish.clusterId(),
                NEWS,
                NEWS + ":" + wish.requestId() + ":" + key,
                wish.personId() == null
                        ? Recipient.address(wish.typed().mail(), "")
                        : Recipient.person(wish.personId()),
                Map.of("title", title, "text", text),
                MembershipRequest.businessKey(wish.clusterId(), wish.requestId())));
    }

    private static String day(@Nullable Instant moment) {
        return moment == null
                ? ""
                : DanishTime.DAY.format(moment.atZone(CopenhagenTime.ZONE).toLocalDate());
    }
}
