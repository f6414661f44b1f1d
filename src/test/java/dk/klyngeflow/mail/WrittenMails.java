package dk.klyngeflow.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import java.io.IOException;
import java.util.List;
import java.util.Properties;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The mails that wait in the outbox, as people will read them. */
@TestComponent
public class WrittenMails {

    private final JdbcClient jdbc;
    private final Mails mails;
    private final Letters letters;

    WrittenMails(JdbcClient jdbc, Mails mails, Letters letters) {
        this.jdbc = jdbc;
        this.mails = mails;
        this.letters = letters;
    }

    /** The texts of one purpose to one recipient, by name or by the id of a person, in the order in which they were written. */
    public List<String> texts(String cluster, String purpose, String recipient) {
        return all(cluster, purpose, recipient, false);
    }

    /** The same as pages. */
    public List<String> pages(String cluster, String purpose, String recipient) {
        return all(cluster, purpose, recipient, true);
    }

    private List<String> all(String cluster, String purpose, String recipient, boolean isPage) {
        return jdbc.sql("""
                        select mail_id from klyngeflow.mail_outbox where cluster_id = ? and purpose = ?
                          and coalesce(recipient_name, recipient_person) = ? order by mail_id""").params(cluster, purpose, recipient).query(Long.class).list().stream()
                .map(id -> text(mails.find(cluster, id).orElseThrow(), isPage))
                .toList();
    }

    private String text(Waiting mail, boolean isPage) {
        try {
            return letters.write(mail, Session.getInstance(new Properties())) instanceof Letters.Written.Ready ready
                    ? plain(ready.message(), isPage)
                    : "";
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String plain(Part part, boolean isPage) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart parts) {
            StringBuilder all = new StringBuilder();
            for (int i = 0; i < parts.getCount(); i++) {
                all.append(plain(parts.getBodyPart(i), isPage));
            }
            return all.toString();
        }
        return part.getContent() instanceof String text
                        && text.contains("<html") == isPage
                        && !text.startsWith("BEGIN:VCALENDAR")
                ? text
                : "";
    }
}
