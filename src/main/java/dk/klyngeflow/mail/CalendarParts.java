package dk.klyngeflow.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.mail.javamail.MimeMessageHelper;

/**
 * Lays an invitation into a mail twice (RFC 6047): as a third way of saying the same, which Outlook, Google and Apple show with buttons
 * to answer, and as a file for programs that only know files.
 */
final class CalendarParts {

    private static final String FILE = "invite.ics";

    private CalendarParts() {}

    static void add(MimeMessageHelper helper, CalendarPart calendar) throws MessagingException {
        byte[] text = calendar.text().getBytes(StandardCharsets.UTF_8);
        String type = "text/calendar; method=" + calendar.method() + "; charset=UTF-8";
        alternatives(helper).addBodyPart(part(text, type));
        MimeBodyPart file = part(text, "application/ics; name=" + FILE);
        file.setFileName(FILE);
        helper.getRootMimeMultipart().addBodyPart(file);
    }

    private static MimeMultipart alternatives(MimeMessageHelper helper) throws MessagingException {
        try {
            return (MimeMultipart) helper.getRootMimeMultipart().getBodyPart(0).getContent();
        } catch (IOException e) {
            throw new MessagingException("the text of the mail has not been written yet", e);
        }
    }

    private static MimeBodyPart part(byte[] text, String type) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(text, type)));
        part.setHeader("Content-Type", type);
        // the lines' ends belong to the format, and no mail server may touch them
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }
}
