package dk.klyngeflow.assemblies;

import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.MailContent;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.mail.Recipient;
import dk.klyngeflow.members.People;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whoever votes for another is told so, and told when she no longer does. */
@Component
class ProxyMails implements MailContent {

    private static final String PURPOSE = "assembly-proxy";
    private static final String EVENING = "evening";
    private static final String PRINCIPAL = "principal";
    private static final String SAYS = "says";

    private final Outbox outbox;
    private final People people;
    private final Evenings evenings;

    ProxyMails(Outbox outbox, People people, Evenings evenings) {
        this.outbox = outbox;
        this.people = people;
        this.evenings = evenings;
    }

    @Override
    public String purpose() {
        return PURPOSE;
    }

    void given(Evening evening, String principal, String holder) {
        write(
                evening,
                holder,
                principal,
                "har givet dig fuldmagt til at stemme for sig. Din stemme tæller så for to, så længe du er mødt. Vil du ikke,"
                        + " så sig det til hende eller ham, som kan vælge en anden.");
    }

    void ended(Evening evening, Proxy proxy, String says) {
        write(evening, proxy.holder(), proxy.principal(), says);
    }

    private void write(Evening evening, String holder, String principal, String says) {
        outbox.enqueue(Mail.of(
                evening.clusterId(),
                PURPOSE,
                PURPOSE + ":" + evening.eveningId() + ":" + principal + ":" + java.util.UUID.randomUUID(),
                Recipient.person(holder),
                Map.of(EVENING, evening.eveningId(), PRINCIPAL, principal, SAYS, says),
                evening.caseKey()));
    }

    @Override
    public Optional<Map<String, Object>> at(String clusterId, Optional<String> personId, Map<String, String> model) {
        return evenings.find(clusterId, model.getOrDefault(EVENING, ""))
                .filter(evening -> evening.endedAt() == null)
                .map(evening -> Map.of(
                        "title",
                        evening.title(),
                        "principal",
                        people.nameOf(model.getOrDefault(PRINCIPAL, "")),
                        SAYS,
                        model.getOrDefault(SAYS, "")));
    }
}
