package dk.klyngeflow.demo;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One mail of the demo's mailbox as far as it can be read: what is broken in it is left out, and never thrown at the one who looks. */
final class DemoMail {

    private static final DateTimeFormatter WHEN = DanishTime.MOMENT_IN_FIGURES.withZone(CopenhagenTime.ZONE);
    private static final int DEEPEST = 20;
    private static final int MOST_FILES = 100;
    private static final int LARGEST = 20 * 1024 * 1024;

    private final MimeMessage mail;
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder html = new StringBuilder();
    private final List<Attached> files = new ArrayList<>();
    private boolean isBroken;

    /** @param type as the mail says, in lower case and without parameters */
    record Attached(String name, String type, byte[] content) {}

    DemoMail(MimeMessage mail) {
        this.mail = mail;
        read(mail, 0);
    }

    String to() {
        return String.join(", ", headers("To", "Cc", "Bcc"));
    }

    String from() {
        return String.join(", ", headers("From"));
    }

    String subject() {
        String subject = String.join(" ", headers("Subject")).strip();
        return subject.isEmpty() ? "(uden emne)" : subject;
    }

    /** As the mail says, since the demo's clock can be put forward. */
    String when(Instant received) {
        try {
            return WHEN.format(
                    mail.getSentDate() == null ? received : mail.getSentDate().toInstant());
        } catch (MessagingException | RuntimeException e) {
            return WHEN.format(received);
        }
    }

    String text() {
        return text.toString().strip();
    }

    String html() {
        return html.toString();
    }

    List<Attached> files() {
        return List.copyOf(files);
    }

    /** Something of it could not be read. */
    boolean isBroken() {
        return isBroken;
    }

    private List<String> headers(String... names) {
        List<String> found = new ArrayList<>();
        for (String name : names) {
            try {
                String[] all = mail.getHeader(name);
                for (String each : all == null ? new String[0] : all) {
                    found.add(decoded(each));
                }
            } catch (MessagingException | RuntimeException e) {
                isBroken = true;
            }
        }
        return found;
    }

    private static String decoded(String header) {
        String plain;
        try {
            plain = MimeUtility.decodeText(MimeUtility.unfold(header));
        } catch (IOException | RuntimeException e) {
            plain = header;
        }
        return plain.replaceAll("[\\p{Cntrl}\\p{Cf}]+", " ").strip();
    }

    private void read(Part part, int depth) {
        if (depth > DEEPEST || files.size() >= MOST_FILES) {
            isBroken = true;
            return;
        }
        try {
            sort(part, depth);
        } catch (MessagingException | IOException | RuntimeException e) {
            isBroken = true;
        }
    }

    private void sort(Part part, int depth) throws MessagingException, IOException {
        String type = type(part);
        String name = name(part);
        if (type.startsWith("multipart/")) {
            if (part.getContent() instanceof Multipart several) {
                for (int i = 0; i < several.getCount(); i++) {
                    read(several.getBodyPart(i), depth + 1);
                }
            }
        } else if (name.isEmpty() && type.equals("text/html")) {
            html.append(words(part));
        } else if (name.isEmpty() && (type.equals("text/plain") || type.startsWith("message/delivery"))) {
            text.append(words(part)).append('\n');
        } else {
            files.add(new Attached(name.isEmpty() ? nameless(type) : name, type, bytes(part)));
        }
    }

    private static String nameless(String type) {
        return switch (type) {
            case "text/calendar" -> "indkaldelse.ics";
            case "message/rfc822" -> "mail.eml";
            default -> "fil";
        };
    }

    private static String type(Part part) throws MessagingException {
        String declared = part.getContentType();
        return declared == null
                ? "text/plain"
                : declared.split("[;\\s]", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private String name(Part part) {
        try {
            String name = part.getFileName();
            return name == null ? "" : decoded(name).replaceAll("[/\\\\]", " ");
        } catch (MessagingException | RuntimeException e) {
            isBroken = true;
            return "fil";
        }
    }

    private String words(Part part) throws MessagingException {
        byte[] content = bytes(part);
        String declared = part.getContentType().replaceFirst("(?is).*charset\\s*=\\s*\"?([\\w.:-]+).*", "$1");
        try {
            return new String(content, Charset.forName(MimeUtility.javaCharset(declared)));
        } catch (IllegalArgumentException unknown) {
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(content))
                        .toString();
            } catch (CharacterCodingException e) {
                return new String(content, StandardCharsets.ISO_8859_1);
            }
        }
    }

    /** What can be read of it before something is wrong. */
    private byte[] bytes(Part part) {
        ByteArrayOutputStream kept = new ByteArrayOutputStream();
        try (InputStream content = part.getInputStream()) {
            byte[] buffer = new byte[8192];
            for (int n = content.read(buffer); n >= 0 && kept.size() < LARGEST; n = content.read(buffer)) {
                kept.write(buffer, 0, n);
            }
        } catch (MessagingException | IOException | RuntimeException e) {
            isBroken = true;
        }
        return kept.toByteArray();
    }
}
