package dk.klyngeflow.contact;

import dk.klyngeflow.contact.InquiryCases.Written;
import dk.klyngeflow.contactbook.Contact;
import dk.klyngeflow.contactbook.ContactKind;
import dk.klyngeflow.contactbook.Contacts;
import dk.klyngeflow.engine.Answers;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;

/** An inquiry at every place where one can stand, and somebody in the contact book, for whoever opens every page and form. */
@TestComponent
public class EveryStateOfInquiries {

    private final InquiryCases cases;
    private final Contacts contacts;
    private final Answers answers;
    private final dk.klyngeflow.TestClock clock;

    EveryStateOfInquiries(InquiryCases cases, Contacts contacts, Answers answers, dk.klyngeflow.TestClock clock) {
        this.cases = cases;
        this.contacts = contacts;
        this.answers = answers;
        this.clock = clock;
    }

    public void areIn(String cluster) {
        contacts.add(
                cluster,
                new Contacts.Entry(
                        ContactKind.SPECIALIST,
                        new Contact.Who("Anna Holm", "Overlæge", "Lungeafdelingen"),
                        new Contact.Reach("98 00 00 01", "anna@sygehus.example"),
                        "Holder gerne oplæg."));
        cases.ask(cluster, written("ubekræftet"));
        String until =
                LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(5).toString();
        becomes(cluster, "åben");
        becomes(cluster, "besvaret", "ANSWER", "answer", "Ja tak.");
        becomes(cluster, "hos en kollega", "DELEGATE", "delegate", cluster + "-m5", "delegateUntil", until);
        becomes(cluster, "på et møde", "MEETING", "agendaTitle", "Henvendelse udefra");
        becomes(cluster, "sendt videre", "FORWARD", "forwardName", "Kommunen", "forwardMail", "post@kommune.example");
        becomes(cluster, "lukket", "CLOSE", "reason", "SPAM", "tellAsker", "SILENT");
    }

    private void becomes(String cluster, String subject, String... decisionAndFields) {
        String key = cases.arrives(cluster, written(subject));
        if (decisionAndFields.length > 0) {
            Map<String, Object> form = new HashMap<>(Map.of("decision", decisionAndFields[0]));
            for (int i = 1; i < decisionAndFields.length; i += 2) {
                form.put(decisionAndFields[i], decisionAndFields[i + 1]);
            }
            answers.give(cluster, key, "handleInquiry", cluster + "-koordinator", form);
        }
    }

    private static Written written(String subject) {
        return new Written("Lone Bech", "Astmaforeningen", "lone@astma.example", subject, "Må vi komme?");
    }
}
