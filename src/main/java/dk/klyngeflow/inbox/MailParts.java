package dk.klyngeflow.inbox;

import dk.klyngeflow.inbox.MailRead.CalendarFile;
import dk.klyngeflow.inbox.MailRead.MailFile;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;
import jakarta.mail.internet.ParseException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Goes through the parts of one mail and sorts them. Bounded in depth, number and size. */
final class MailParts {

    private static final int DEEPEST = 12;
    private static final int MOST_PARTS = 200;
    private static final int MOST_FILES = 20;
    private static final int LARGEST_FILE = 10 * 1024 * 1024;
    private static final int LARGEST_TEXT = 1024 * 1024;

    private static final Pattern ACTION = Pattern.compile("(?im)^Action:\\s*(\\w+)");
    private static final Pattern STATUS = Pattern.compile("(?im)^Status:\\s*(\\d\\.\\d{1,3}\\.\\d{1,3})");
    private static final Pattern DIAGNOSTIC = Pattern.compile("(?im)^Diagnostic-Code:\\s*(.*(?:\\R[ \\t].*)*)");

    private final Session session;
    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder fromHtml = new StringBuilder();
    private final List<MailFile> files = new ArrayList<>();
    private final List<CalendarFile> calendars = new ArrayList<>();
    private final Set<String> originals = new LinkedHashSet<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private int parts;
    private int forwarded;
    private boolean mayBeReport;
    private boolean report;
    private boolean failed;
    private String status = "";
    private String diagnostic = "";

    /** @param mayBeReport whether a mail server wrote it; what somebody passes on is no report to us */
    MailParts(Session session, boolean mayBeReport) {
        this.session = session;
        this.mayBeReport = mayBeReport;
    }

    void walk(MimeMessage message) {
        walk(message, 0);
    }

    void note(String danish) {
        notes.add(danish);
    }

    private void walk(Part part, int depth) {
        if (depth > DEEPEST || ++parts > MOST_PARTS) {
            note("Mailen har flere dele inden i hinanden, end vi læser. Se den i postkassen.");
            return;
        }
        try {
            sort(part, depth);
        } catch (MessagingException | IOException | RuntimeException e) {
            note("En del af mailen kunne ikke læses. Se den i postkassen.");
        }
    }

    private void sort(Part part, int depth) throws MessagingException, IOException {
        ContentType type = type(part);
        String primary = type.getPrimaryType().toLowerCase(Locale.ROOT);
        String kind = primary + "/" + type.getSubType().toLowerCase(Locale.ROOT);
        String name = name(part, type);
        if (primary.equals("multipart")) {
            several(part, depth);
        } else if (kind.equals("message/delivery-status") || kind.equals("message/global-delivery-status")) {
            if (mayBeReport && forwarded == 0) {
                delivery(text(part, type));
            } else {
                plain.append(text(part, type)).append("\n\n");
            }
        } else if (kind.equals("text/rfc822-headers")) {
            originals.addAll(MailHeaders.ids(text(part, type)));
        } else if (kind.equals("message/rfc822") || kind.equals("message/global")) {
            enclosed(part, depth);
        } else if (kind.equals("text/calendar")
                || kind.equals("application/ics")
                || name.toLowerCase(Locale.ROOT).endsWith(".ics")) {
            calendars.add(new CalendarFile(type.getParameter("method"), text(part, type)));
        } else if (kind.equals("text/plain") && name.isEmpty()) {
            plain.append(text(part, type)).append("\n\n");
        } else if (kind.equals("text/html") && name.isEmpty()) {
            fromHtml.append(Texts.ofHtml(text(part, type))).append("\n\n");
        } else {
            file(part, primary, name);
        }
    }

    private static ContentType type(Part part) throws MessagingException {
        String declared = part.getContentType();
        try {
            return new ContentType(declared == null ? "text/plain" : declared);
        } catch (ParseException e) {
            Matcher plain = Pattern.compile("^\\s*([\\w.+-]+)/([\\w.+-]+)").matcher(String.valueOf(declared));
            return plain.find()
                    ? new ContentType(plain.group(1), plain.group(2), null)
                    : new ContentType("text", "plain", null);
        }
    }

    private static String name(Part part, ContentType type) {
        String name = null;
        try {
            name = part.getFileName();
        } catch (MessagingException e) {
            name = type.getParameter("name");
        }
        if (name == null) {
            return "";
        }
        try {
            return MimeUtility.decodeText(name).strip();
        } catch (IOException e) {
            return name.strip();
        }
    }

    private void several(Part part, int depth) throws MessagingException, IOException {
        Object content = part.getContent();
        if (!(content instanceof Multipart inside)) {
            note("En del af mailen kunne ikke læses. Se den i postkassen.");
            return;
        }
        boolean isReport = part.getContentType().toLowerCase(Locale.ROOT).contains("delivery-status");
        mayBeReport |= isReport && depth == 0;
        report |= isReport && mayBeReport && forwarded == 0;
        for (int i = 0; i < inside.getCount(); i++) {
            walk(inside.getBodyPart(i), depth + 1);
        }
    }

    /** A forwarded mail is read as if its parts were of this one; the mail inside a report only tells its id. */
    private void enclosed(Part part, int depth) throws MessagingException, IOException {
        byte[] raw = bytes(part, LARGEST_FILE);
        MimeMessage inside = new MimeMessage(session, new ByteArrayInputStream(raw));
        if (report) {
            String id = new MailHeaders(inside).messageId();
            if (!id.isEmpty()) {
                originals.add(id);
            }
            return;
        }
        MailHeaders headers = new MailHeaders(inside);
        originals.add(headers.messageId());
        plain.append("--- Videresendt mail: ").append(headers.first("Subject")).append(" ---\n");
        forwarded++;
        walk(inside, depth + 1);
        forwarded--;
    }

    private void delivery(String fields) {
        report = true;
        Matcher action = ACTION.matcher(fields);
        while (action.find()) {
            failed |= action.group(1).equalsIgnoreCase("failed");
        }
        Matcher code = STATUS.matcher(fields);
        if (code.find()) {
            status = code.group(1);
        }
        Matcher words = DIAGNOSTIC.matcher(fields);
        if (words.find()) {
            diagnostic = words.group(1);
        }
    }

    private void file(Part part, String primary, String name) throws MessagingException, IOException {
        boolean decoration = primary.equals("image")
                && (Part.INLINE.equalsIgnoreCase(part.getDisposition()) || part.getHeader("Content-ID") != null);
        if (decoration) {
            return;
        }
        if (files.size() >= MOST_FILES) {
            note("Mailen har mere end " + MOST_FILES + " filer. Resten ligger i postkassen.");
            return;
        }
        byte[] content = bytes(part, LARGEST_FILE + 1);
        if (content.length > LARGEST_FILE) {
            note("En fil er større end 10 MB og er ikke hentet. Den ligger i postkassen.");
        } else if (content.length > 0) {
            files.add(new MailFile(name.isEmpty() ? "fil" : name, content));
        }
    }

    private String text(Part part, ContentType type) throws MessagingException, IOException {
        String charset = type.getParameter("charset");
        return Texts.decode(bytes(part, LARGEST_TEXT), charset == null ? "" : charset);
    }

    private byte[] bytes(Part part, int most) throws MessagingException, IOException {
        try (InputStream content = stream(part)) {
            byte[] buffer = new byte[8192];
            ByteArrayOutputStream read = new ByteArrayOutputStream();
            try {
                for (int n; read.size() < most && (n = content.read(buffer)) >= 0; ) {
                    read.write(buffer, 0, Math.min(n, most - read.size()));
                }
            } catch (IOException broken) {
                note("En del af mailen er beskadiget; her er det, der kunne læses.");
                return mended(part, read.toByteArray(), most);
            }
            return read.toByteArray();
        }
    }

    /** Base64 with strange characters in it, less these; what had been read when it is something else. */
    private static byte[] mended(Part part, byte[] read, int most) throws MessagingException, IOException {
        if (!(part instanceof MimeBodyPart body) || !"base64".equalsIgnoreCase(body.getEncoding())) {
            return read;
        }
        try (InputStream raw = body.getRawInputStream()) {
            String letters = new String(raw.readNBytes(most / 3 * 4), StandardCharsets.ISO_8859_1)
                    .replaceAll("[^A-Za-z0-9+/]", "");
            return Base64.getDecoder().decode(letters.substring(0, letters.length() / 4 * 4));
        }
    }

    private static InputStream stream(Part part) throws MessagingException, IOException {
        try {
            return part.getInputStream();
        } catch (MessagingException unknownEncoding) {
            if (part instanceof MimeMessage message) {
                return message.getRawInputStream();
            }
            if (part instanceof MimeBodyPart body) {
                return body.getRawInputStream();
            }
            throw unknownEncoding;
        }
    }

    String text() {
        String words = plain.toString().strip();
        return words.isEmpty() ? fromHtml.toString().strip() : words;
    }

    List<MailFile> files() {
        return List.copyOf(files);
    }

    List<CalendarFile> calendars() {
        return List.copyOf(calendars);
    }

    List<String> originals() {
        return originals.stream().filter(id -> !id.isEmpty()).toList();
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    boolean isReport() {
        return report;
    }

    boolean hasFailed() {
        return failed;
    }

    /** What the server said in its own words; empty when nothing. */
    String diagnostic() {
        return diagnostic;
    }

    String status() {
        return status;
    }
}
