package dk.klyngeflow.inbox;

import dk.klyngeflow.inbox.MailRead.Nature;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The headers of a mail, read as well as can be: none of them can make reading fail. */
final class MailHeaders {

    static final Pattern MESSAGE_ID = Pattern.compile("<[^<>\\s]{1,250}@[^<>\\s]{1,250}>");

    private static final Pattern ADDRESS = Pattern.compile("[\\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\\w.-]{1,190}");
    /** A mail may write the id of another without its angle brackets. */
    private static final Pattern NAMED_ID =
            Pattern.compile("(?i)message-?id\\s*[:=]\\s*[<\"']?([^<>\\s\"']{1,250}@[^<>\\s\"']{1,250})");

    private static final Pattern ANSWERS_BY_ITSELF = Pattern.compile(
            "(?i)^\\s*(automatisk svar|autosvar|automatic reply|auto(matic)?[ -]?(response|reply)|out of (the )?office|fraværsbesked|fravær\\b"
                    + "|automatische antwort|abwesenheitsnotiz|abwesend|automatiskt svar|frånvaro|réponse automatique)\\b.*");
    private static final Set<String> FROM_NOBODY =
            Set.of("mailer-daemon", "mailerdaemon", "mail-daemon", "mailer_daemon", "postmaster", "microsoftexchange");

    /** Nobody reads what is sent there, or a list sends from there (RFC 3834, RFC 2142). */
    private static final Pattern UNREAD = Pattern.compile(
            "(?i)(.*[._+-])?(no-?_?reply|do-?not-?reply|ikke-?svar|svar-?ikke|bounces?|autosvar|list(serv)?|majordomo|root|www-data|daemon)([._+-].*)?"
                    + "|owner-.*|.*-request|.*-owner|.*-bounces.*");

    private final Part part;

    MailHeaders(Part part) {
        this.part = part;
    }

    /** All of one name, decoded; empty when there is none. */
    List<String> all(String name) {
        try {
            String[] found = part.getHeader(name);
            if (found == null) {
                return List.of();
            }
            List<String> decoded = new ArrayList<>();
            for (String each : found) {
                decoded.add(decoded(each));
            }
            return decoded;
        } catch (MessagingException e) {
            return List.of();
        }
    }

    String first(String name) {
        return all(name).stream().findFirst().orElse("").strip();
    }

    private static String decoded(String raw) {
        String unfolded = MimeUtility.unfold(raw);
        try {
            String decoded = MimeUtility.decodeText(unfolded);
            if (!decoded.equals(unfolded)) {
                return decoded;
            }
        } catch (UnsupportedEncodingException e) {
            return unfolded;
        }
        // bytes that nobody has encoded come as Latin-1
        return PlainText.decode(unfolded.getBytes(StandardCharsets.ISO_8859_1), "");
    }

    String messageId() {
        Matcher id = MESSAGE_ID.matcher(first("Message-ID"));
        return id.find() ? id.group() : "";
    }

    InternetAddress sender() {
        InternetAddress sender = new InternetAddress();
        for (String header : List.of("From", "Sender", "Reply-To")) {
            String written = first(header);
            Matcher address = ADDRESS.matcher(written.substring(written.lastIndexOf('<') + 1));
            if (address.find()) {
                sender.setAddress(address.group().toLowerCase(Locale.ROOT));
                String name = written.contains("<") ? written.substring(0, written.lastIndexOf('<')) : "";
                setName(sender, name.replace("\"", "").strip());
                return sender;
            }
        }
        sender.setAddress("");
        return sender;
    }

    private static void setName(InternetAddress sender, String name) {
        try {
            sender.setPersonal(name, "UTF-8");
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every JDK has UTF-8", e);
        }
    }

    /** In lower case: where it was delivered first, then to whom it is written. */
    List<String> recipients() {
        Set<String> found = new LinkedHashSet<>();
        for (String header :
                List.of("Delivered-To", "X-Original-To", "Envelope-To", "X-Envelope-To", "To", "Cc", "Resent-To")) {
            for (String written : all(header)) {
                Matcher address = ADDRESS.matcher(written);
                while (address.find() && found.size() < 200) {
                    found.add(address.group().toLowerCase(Locale.ROOT));
                }
            }
        }
        return List.copyOf(found);
    }

    List<String> references() {
        return ids(first("In-Reply-To") + " " + first("References"));
    }

    static List<String> ids(String text) {
        Set<String> ids = new LinkedHashSet<>();
        Matcher id = MESSAGE_ID.matcher(text);
        while (id.find() && ids.size() < 50) {
            ids.add(id.group());
        }
        Matcher named = NAMED_ID.matcher(text);
        while (named.find() && ids.size() < 100) {
            ids.add("<" + named.group(1) + ">");
        }
        return List.copyOf(ids);
    }

    /**
     * Whether a person wrote it, as the mail itself says (RFC 3834). What only looks like it, such as the header by which Outlook asks that
     * no holiday message answers, says nothing of who wrote the mail; in doubt a person reads it. What we answer by ourselves is
     * decided by {@link #mayBeAnswered}, more strictly.
     */
    Nature nature() {
        String submitted = first("Auto-Submitted").toLowerCase(Locale.ROOT);
        String precedence = first("Precedence").toLowerCase(Locale.ROOT);
        boolean isQuiet = has("X-Auto-Response-Suppress") || hasEmptyReturnPath() || !precedence.isEmpty();
        if (submitted.startsWith("auto-replied")
                || precedence.equals("auto_reply")
                || has("X-Autoreply")
                || has("X-Autorespond")
                || has("X-Auto-Reply-From")
                || ((isQuiet || submitted.startsWith("auto-"))
                        && ANSWERS_BY_ITSELF.matcher(first("Subject")).matches())) {
            return Nature.ANSWERED_BY_ITSELF;
        }
        if (has("List-Id") || has("List-Post") || precedence.equals("list")) {
            return Nature.LIST;
        }
        boolean automatic = submitted.startsWith("auto-")
                || precedence.equals("bulk")
                || precedence.equals("junk")
                || has("List-Unsubscribe")
                || hasEmptyReturnPath();
        return automatic ? Nature.AUTOMATIC : Nature.WRITTEN;
    }

    /**
     * Whether a program may answer it by itself without going round in circles with another (RFC 3834): written by a person, from an
     * address that somebody reads, and nothing says that no program should answer. In doubt nobody is answered.
     */
    boolean mayBeAnswered() {
        String submitted = first("Auto-Submitted").toLowerCase(Locale.ROOT);
        String suppressed = first("X-Auto-Response-Suppress").toLowerCase(Locale.ROOT);
        String address = Optional.ofNullable(sender().getAddress()).orElse("");
        String local = address.contains("@") ? address.substring(0, address.indexOf('@')) : "";
        return nature() == Nature.WRITTEN
                && (submitted.isEmpty() || submitted.startsWith("no"))
                && first("Precedence").isEmpty()
                && !has("Feedback-ID")
                && !suppressed.matches(".*\\b(all|autoreply|oof)\\b.*")
                && !hasEmptyReturnPath()
                && !isFromAServer()
                && !local.isEmpty()
                && !UNREAD.matcher(local).matches();
    }

    /** The addresses of the mailing list that it came by; a group mailbox is one, too. */
    List<String> lists() {
        Set<String> found = new LinkedHashSet<>();
        for (String header : List.of("List-Post", "List-Id", "X-BeenThere")) {
            for (String written : all(header)) {
                Matcher address = ADDRESS.matcher(written.replaceFirst("(?i)mailto:", ""));
                while (address.find() && found.size() < 10) {
                    found.add(address.group().toLowerCase(Locale.ROOT));
                }
            }
        }
        return List.copyOf(found);
    }

    private boolean has(String name) {
        return !first(name).isEmpty();
    }

    private boolean hasEmptyReturnPath() {
        return first("Return-Path").replaceAll("\\s", "").equals("<>");
    }

    /** What mail servers write themselves, in whatever form; an answering machine may hide its sender as they do. */
    boolean isFromAServer() {
        return isFromItsMaster() || (hasEmptyReturnPath() && nature() != Nature.ANSWERED_BY_ITSELF);
    }

    private boolean isFromItsMaster() {
        String address = Optional.ofNullable(sender().getAddress()).orElse("");
        String local = address.contains("@") ? address.substring(0, address.indexOf('@')) : address;
        return FROM_NOBODY.stream().anyMatch(local::startsWith) || namesFailedRecipients();
    }

    boolean namesFailedRecipients() {
        return has("X-Failed-Recipients");
    }
}
