package dk.klyngeflow.founding;

import dk.klyngeflow.foundings.Founding;
import dk.klyngeflow.foundings.FoundingDoctors;
import dk.klyngeflow.foundings.Foundings;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.mail.Recipient;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What the founder is written about, always with her one link, and what everybody who is in is told. */
@Component
class FounderMails {

    /** Of the founder's link; what it opens follows the founding. */
    static final String PURPOSE = "founding";

    private static final String FOUNDER = "founding-founder";
    private static final String NEWS = "founding-news";
    private static final int MOST_REMINDERS = 12;

    private final Foundings foundings;
    private final FoundingDoctors doctors;
    private final Links links;
    private final Outbox outbox;

    FounderMails(Foundings foundings, FoundingDoctors doctors, Links links, Outbox outbox) {
        this.foundings = foundings;
        this.doctors = doctors;
        this.links = links;
        this.outbox = outbox;
    }

    /** @param key what is written about, once per round */
    void write(Founding founding, String key, String title, String text) {
        write(founding, key, title, text, link(founding));
    }

    /** With her link to the statutes. */
    void writeOfStatutes(Founding founding, String key, String title, String text) {
        write(
                founding,
                key,
                title,
                text,
                links.of(founding.clusterId(), FoundingStatutesLink.PURPOSE, "", founding.founderId()));
    }

    private void write(Founding founding, String key, String title, String text, String link) {
        String cluster = founding.clusterId();
        outbox.enqueue(Mail.of(
                        cluster,
                        FOUNDER,
                        FOUNDER + ":" + founding.caseKey() + ":" + founding.founderId() + ":" + key + "-"
                                + founding.round(),
                        Recipient.person(founding.founderId()),
                        Map.of("title", title, "text", text),
                        founding.caseKey())
                .withLink(link));
    }

    String link(Founding founding) {
        return links.of(founding.clusterId(), PURPOSE, "", founding.founderId());
    }

    /** Only when something has waited for her for a week. */
    void remind(String clusterId) {
        Founding founding = foundings.lock(clusterId);
        if (!founding.stage().waitsForFounder() || founding.reminders() >= MOST_REMINDERS) {
            return;
        }
        int number = foundings.reminded(clusterId);
        write(
                founding,
                "reminder-" + founding.stage() + number,
                "Stiftelsen venter på dig",
                founding.stage().danish()
                        + ". Åbn din side, og tag det næste skridt. Vil du ikke længere, kan du opgive"
                        + " stiftelsen samme sted, så får alle besked.");
    }

    /** Everybody in a practice that is in. */
    void tell(Founding founding, String key, String title, String text, List<String> documents) {
        tellThese(
                founding,
                doctors.of(founding.clusterId()).stream()
                        .map(FoundingDoctors.Doctor::personId)
                        .toList(),
                key,
                new News(title, text, documents));
    }

    record News(String title, String text, List<String> documents) {}

    void tellThese(Founding founding, Iterable<String> people, String key, News news) {
        people.forEach(person -> outbox.enqueue(Mail.of(
                        founding.clusterId(),
                        NEWS,
                        NEWS + ":" + founding.caseKey() + ":" + person + ":" + key + "-" + founding.round(),
                        Recipient.person(person),
                        Map.of("title", news.title(), "text", news.text()),
                        founding.caseKey())
                .withDocuments(news.documents())));
    }
}
