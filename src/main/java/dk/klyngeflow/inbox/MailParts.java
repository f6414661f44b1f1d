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
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Goes through the parts of one mail and sorts them. Bounded in depth, number and size. */
final class MailParts {

    private static final int DEEPEST = 12;
    private static final int MOST_PARTS = 200;
    private static final int MOST_FILES = 20;
    private static final int LARGEST_FILE = 10 * 1024 * 1024;
    private static final int LARGEST_TEXT = 1024 * 1024;
    private static final String CLOSED =
            "Mailen er krypteret eller pakket ind (S/MIME eller PGP), og vi kan ikke læse den. Åbn den i klyngens postkasse, eller bed afsenderen om at sende den almindeligt.";

    /** What only proves who wrote it: nobody has to look at it. */
    private static final Set<String> SEALS =
            Set.of("application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature");
    /** The same words once more for some programs. */
    private static final Set<String> DOUBLES = Set.of("text/x-amp-html", "text/watch-html");

    private static final Set<String> LOCKED = Set.of("application/pkcs7-mime", "application/x-pkcs7-mime");
    private static final Set<String> OUTLOOK_ONLY = Set.of("application/ms-tnef", "application/vnd.ms-tnef");
    private static final Set<String> ENCLOSED = Set.of("message/rfc822", "message/global");
    private static final Pattern SHOWN_IN_TEXT = Pattern.compile("(?i)cid:([^\"'\\s>)]+)");

    private final Session session;
    private final Predicate<String> isOurs;
    private final StringBuilder plain = new StringBuilder();
    private final StringBuilder fromHtml = new StringBuilder();
    private final List<Found> files = new ArrayList<>();
    private final Set<String> shownInText = new HashSet<>();
    private final List<CalendarFile> calendars = new ArrayList<>();
    private final Set<String> originals = new LinkedHashSet<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private int parts;
    private int forwarded;
    private int insideOurs;
    private boolean mayBeReport;
    private boolean report;
    private final DeliveryStatus delivery = new DeliveryStatus();

    /**
     * @param mayBeReport whether a mail server wrote it; what somebody passes on is no report to us
     * @param isOurs whether a Message-ID is that of a mail of ours
     */
    MailParts(Session session, boolean mayBeReport, Predicate<String> isOurs) {
        this.session = session;
        this.mayBeReport = mayBeReport;
        this.isOurs = isOurs;
    }

    /** @param contentId by which the text may show it; empty when it has none
     * @param isInline as the mail says, which is said of photos, too */
    private record Found(String name, byte[] content, boolean isPicture, String contentId, boolean isInline) {}

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
                report = true;
                delivery.read(text(part, type));
            } else {
                plain.append(text(part, type)).append("\n\n");
            }
        } else if (kind.equals("text/rfc822-headers") || kind.equals("message/global-headers")) {
            originals.addAll(MailHeaders.ids(text(part, type)));
        } else if (ENCLOSED.contains(kind)) {
            enclosed(part, depth);
        } else if (kind.equals("text/calendar")
                || kind.equals("application/ics")
                || name.toLowerCase(Locale.ROOT).endsWith(".ics")) {
            calendar(part, type);
        } else if ((kind.equals("text/plain") || kind.equals("text/enriched")) && name.isEmpty()) {
            words(text(part, type));
        } else if (kind.equals("text/html") && name.isEmpty()) {
            page(text(part, type));
        } else if (primary.equals("message") && name.isEmpty()) {
            // a receipt, a complaint: made for programs, and short enough for people
            words(text(part, type));
        } else if (!SEALS.contains(kind) && !DOUBLES.contains(kind)) {
            file(part, kind, name);
        }
    }

    private void words(String text) {
        if (insideOurs == 0) {
            plain.append(text).append("\n\n");
        }
    }

    private void page(String html) {
        if (insideOurs == 0) {
            fromHtml.append(PlainText.ofHtml(html)).append("\n\n");
        }
        Matcher shown = SHOWN_IN_TEXT.matcher(html);
        while (shown.find()) {
            shownInText.add(shown.group(1));
        }
    }

    private void calendar(Part part, ContentType type) throws MessagingException, IOException {
        String charset = type.getParameter("charset");
        String text = PlainText.decode(bytes(part, LARGEST_FILE), charset == null ? "" : charset);
        if (insideOurs == 0) {
            calendars.add(new CalendarFile(type.getParameter("method"), text));
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
        String kind = part.getContentType().toLowerCase(Locale.ROOT);
        if (kind.startsWith("multipart/encrypted")) {
            note(CLOSED);
        }
        boolean isReport = kind.contains("delivery-status");
        mayBeReport |= depth == 0 && (isReport || kind.startsWith("multipart/report"));
        report |= isReport && mayBeReport && forwarded == 0;
        for (int i = 0; i < inside.getCount(); i++) {
            walk(inside.getBodyPart(i), depth + 1);
        }
    }

    /** A forwarded mail is read as if its parts were of this one; one of ours, or inside a report, only tells its id. */
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
        String id = headers.messageId();
        boolean ours = !id.isEmpty() && isOurs.test(id);
        originals.add(id);
        words("--- Videresendt mail: " + headers.first("Subject") + " ---");
        forwarded++;
        insideOurs += ours ? 1 : 0;
        walk(inside, depth + 1);
        insideOurs -= ours ? 1 : 0;
        forwarded--;
    }

    private void file(Part part, String kind, String name) throws MessagingException, IOException {
        if (insideOurs > 0) {
            return;
        }
        if (LOCKED.contains(kind)) {
            note(CLOSED);
        } else if (OUTLOOK_ONLY.contains(kind) || name.equalsIgnoreCase("winmail.dat")) {
            note(
                    "Mailen er sendt i et format, som kun Outlook kan læse (winmail.dat), og kan have filer i sig, som vi ikke kan vise. "
                            + "Åbn den i Outlook, eller bed afsenderen om at sende den igen som almindelig mail.");
        }
        if (files.size() >= MOST_FILES) {
            note("Mailen har mere end " + MOST_FILES + " filer. Resten ligger i postkassen.");
            return;
        }
        byte[] content = bytes(part, LARGEST_FILE + 1);
        if (content.length > LARGEST_FILE) {
            note("En fil er større end 10 MB og er ikke hentet. Den ligger i postkassen.");
        } else if (content.length == 0) {
            note("En vedhæftet fil er tom. Bed afsenderen om at sende den igen, hvis I skal bruge den.");
        } else {
            boolean isPicture = kind.startsWith("image/");
            files.add(new Found(
                    name.isEmpty() ? nameless(kind) : name,
                    content,
                    isPicture,
                    contentId(part),
                    Part.INLINE.equalsIgnoreCase(part.getDisposition())));
        }
    }

    private static String nameless(String kind) {
        return kind.startsWith("image/")
                ? "billede." + kind.substring("image/".length()).replaceAll("[^a-z0-9].*", "")
                : "fil";
    }

    private static String contentId(Part part) throws MessagingException {
        String[] id = part.getHeader("Content-ID");
        return id == null || id.length == 0 ? "" : id[0].replaceAll("[<>\\s]", "");
    }

    private String text(Part part, ContentType type) throws MessagingException, IOException {
        String charset = type.getParameter("charset");
        return PlainText.decode(bytes(part, LARGEST_TEXT), charset == null ? "" : charset);
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

    /** Everything, whether beside the text or in it; only the small pictures of a letterhead are left out. */
    List<MailFile> files() {
        List<MailFile> kept = new ArrayList<>();
        for (Found file : files) {
            boolean embedded = file.isPicture()
                    && !file.contentId().isEmpty()
                    && (file.isInline() || shownInText.contains(file.contentId()));
            if (!embedded || !Letterhead.isOf(file.content())) {
                kept.add(new MailFile(file.name(), file.content(), embedded));
            }
        }
        return kept;
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

    /** What the report says to programs. */
    DeliveryStatus delivery() {
        return delivery;
    }

    /** In words and as a page: one may name what the other does not. */
    String everyWord() {
        return plain + "\n" + fromHtml;
    }
}
