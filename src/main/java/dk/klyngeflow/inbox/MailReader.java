package dk.klyngeflow.inbox;

import dk.klyngeflow.inbox.MailRead.DeliveryReport;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a mail whatever it looks like: what is broken is noted, and never thrown at the one who reads the mailbox. */
@Component
class MailReader {

    static final String TOO_LARGE =
            "Mailen er større end 10 MB og er ikke hentet. Du finder den i klyngens postkasse, i mappen “Behandlet”.";

    static final String NOT_FETCHED =
            "Mailen kunne ikke hentes, selv om vi har prøvet flere gange. Du finder den i klyngens postkasse, i mappen “Kan ikke læses”.";

    private static final Pattern ONLY_LATE = Pattern.compile(
            "(?is).*(delayed|will retry|still trying|will be retried|forsinket|temporarily deferred).*");
    private static final Pattern CAME_BACK = Pattern.compile(
            "(?is).*(undeliver|not delivered|could not be delivered|delivery (has )?failed|delivery status notification|returned mail|mail delivery failed|failure notice|kunne ikke leveres|ikke leveret|uleveret).*");

    private static final Pattern STATUS = Pattern.compile("\\b[45]\\.\\d{1,3}\\.\\d{1,3}\\b");

    private final Session session;

    MailReader() {
        Properties properties = new Properties();
        properties.put("mail.mime.address.strict", "false");
        session = Session.getInstance(properties);
    }

    /** @param missing a Danish sentence on why only the headers were fetched; empty when it is the whole mail */
    MailRead read(byte[] raw, String missing) {
        MimeMessage message;
        try {
            message = new MimeMessage(session, new ByteArrayInputStream(raw));
        } catch (MessagingException e) {
            return unreadable(raw);
        }
        MailHeaders headers = new MailHeaders(message);
        MailParts parts = new MailParts(session, headers.isFromAServer());
        if (missing.isEmpty()) {
            parts.walk(message);
        } else {
            parts.note(missing);
        }
        InternetAddress sender = headers.sender();
        return new MailRead(
                headers.messageId(),
                Optional.ofNullable(sender.getAddress()).orElse(""),
                Optional.ofNullable(sender.getPersonal()).orElse(""),
                headers.recipients(),
                headers.first("Subject"),
                headers.references(),
                headers.nature(),
                headers.lists(),
                parts.text(),
                parts.files(),
                parts.calendars(),
                report(headers, parts),
                parts.notes());
    }

    private static MailRead unreadable(byte[] raw) {
        String beginning = Texts.decode(raw, "");
        return new MailRead(
                "",
                "",
                "",
                List.of(),
                "",
                List.of(),
                MailRead.Nature.WRITTEN,
                List.of(),
                beginning,
                List.of(),
                List.of(),
                null,
                List.of("Mailen er ikke opbygget, som mails skal være. Her er det, der kunne læses."));
    }

    /** Official reports (RFC 3464), and those of servers that write as they like. */
    private static @Nullable DeliveryReport report(MailHeaders headers, MailParts parts) {
        List<String> originals = new ArrayList<>(parts.originals());
        originals.addAll(headers.references());
        if (parts.isReport()) {
            originals.addAll(MailHeaders.ids(parts.text()));
            return new DeliveryReport(
                    parts.hasFailed(), originals, parts.status(), Undeliverable.of(parts.status(), parts.diagnostic()));
        }
        String subject = headers.first("Subject");
        if (!headers.isFromAServer()
                || !CAME_BACK.matcher(subject + "\n" + parts.text()).matches()) {
            return null;
        }
        originals.addAll(MailHeaders.ids(parts.text()));
        boolean late = ONLY_LATE.matcher(subject).matches();
        Matcher code = STATUS.matcher(parts.text());
        String status = code.find() ? code.group() : "";
        return new DeliveryReport(!late, originals, status, Undeliverable.of(status, parts.text()));
    }
}
