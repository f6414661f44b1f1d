package dk.klyngeflow.inbox;

import dk.klyngeflow.inbox.MailRead.DeliveryReport;
import dk.klyngeflow.inbox.MailRead.Verdict;
import dk.klyngeflow.mail.Bounces;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a mail whatever it looks like: what is broken is noted, and never thrown at the one who reads the mailbox. */
@Component
class MailReader {

    static final String TOO_LARGE =
            "Mailen er større end 10 MB og er ikke hentet. Du finder den i klyngens postkasse, i mappen „Behandlet“.";

    static final String NOT_FETCHED =
            "Mailen kunne ikke hentes, selv om vi har prøvet flere gange. Du finder den i klyngens postkasse, i mappen „Kan ikke læses“.";

    private static final Pattern ONLY_LATE = Pattern.compile(
            "(?is).*(delayed|will retry|still trying|will be retried|forsinket|temporarily deferred).*");
    private static final Pattern CAME_BACK = Pattern.compile(
            "(?is).*(undeliver|unable to deliver|unzustellbar|nicht zugestellt|not delivered|could not be delivered|delivery (has )?failed|delivery status notification|returned mail|mail delivery failed|failure notice|kunne ikke leveres|ikke leveret|uleveret).*");

    private static final String FOR_GOOD = "(?<![\\d.])5\\.\\d{1,3}\\.\\d{1,3}(?!\\d|\\.\\d).*";
    private static final int HEAD = 64 * 1024;

    private final Session session;
    private final Bounces bounces;

    MailReader(Bounces bounces) {
        this.bounces = bounces;
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
        MailParts parts = new MailParts(session, headers.isFromAServer(), this::isOurs);
        if (missing.isEmpty()) {
            parts.walk(message);
        } else {
            parts.note(missing);
        }
        InternetAddress sender = headers.sender();
        return new MailRead(
                new MailRead.Head(
                        headers.messageId(),
                        Optional.ofNullable(sender.getAddress()).orElse(""),
                        Optional.ofNullable(sender.getPersonal()).orElse(""),
                        headers.recipients(),
                        headers.first("Subject"),
                        headers.references(),
                        headers.lists()),
                headers.nature(),
                headers.mayBeAnswered(),
                new MailRead.Content(quoted(parts), parts.text(), parts.files(), parts.calendars()),
                report(headers, parts),
                parts.notes());
    }

    private static MailRead unreadable(byte[] raw) {
        String beginning = PlainText.decode(raw, "");
        return new MailRead(
                MailRead.Head.UNREADABLE,
                MailRead.Nature.WRITTEN,
                false,
                new MailRead.Content(MailHeaders.ids(beginning), beginning, List.of(), List.of()),
                null,
                List.of("Mailen er ikke opbygget, som mails skal være. Her er det, der kunne læses."));
    }

    private boolean isOurs(String messageId) {
        return bounces.clusterOf(List.of(messageId)).isPresent();
    }

    private static List<String> quoted(MailParts parts) {
        List<String> quoted = new ArrayList<>(parts.originals());
        quoted.addAll(MailHeaders.ids(parts.everyWord()));
        for (MailRead.MailFile file : parts.files()) {
            // some servers attach the mail, or its head, as a file
            if (file.name().toLowerCase(Locale.ROOT).matches(".*\\.(txt|eml|hdr)|fil")) {
                int head = Math.min(file.content().length, HEAD);
                quoted.addAll(MailHeaders.ids(new String(file.content(), 0, head, StandardCharsets.ISO_8859_1)));
            }
        }
        return quoted;
    }

    /** Official reports (RFC 3464), and those of servers that write as they like. */
    private @Nullable DeliveryReport report(MailHeaders headers, MailParts parts) {
        if (!parts.isReport() && !headers.isFromAServer()) {
            return null;
        }
        List<String> originals = quoted(parts);
        originals.addAll(headers.references());
        if (parts.delivery().isHarmless()) {
            return new DeliveryReport(Verdict.HARMLESS, originals, Undeliverable.SOMETHING_ELSE);
        }
        String words = own(parts.everyWord());
        Undeliverable why = parts.delivery().namesAnybody() ? parts.delivery().why() : Undeliverable.of("", words);
        if (parts.delivery().hasFailed()) {
            return new DeliveryReport(Verdict.FAILED, originals, why);
        }
        String subject = headers.first("Subject");
        boolean hasFailed = headers.namesFailedRecipients()
                || words.matches("(?s).*" + FOR_GOOD)
                || CAME_BACK.matcher(subject + "\n" + words).matches();
        boolean isLate = ONLY_LATE.matcher(subject).matches();
        return new DeliveryReport(hasFailed && !isLate ? Verdict.FAILED : Verdict.UNCLEAR, originals, why);
    }

    /** What the server says itself, without the mail that it sends back. */
    private String own(String words) {
        for (String id : MailHeaders.ids(words)) {
            int at = words.indexOf(id.substring(1, id.length() - 1));
            if (at > 0 && isOurs(id)) {
                return words.substring(0, at);
            }
        }
        return words;
    }
}
