package dk.klyngeflow.meetings;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import com.icegreen.greenmail.util.GreenMail;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What has come to people's mailboxes, and the mailbox of a cluster into which they write. */
public final class Postbox {

    private static final Pattern CODE = Pattern.compile("/svar#([\\w-]{64})");

    private final GreenMail server;
    private final String address;
    private final Map<String, List<Came>> came = new HashMap<>();
    private final Set<MimeMessage> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    public Postbox(GreenMail server, String address) {
        this.server = server;
        this.address = address;
    }

    /**
     * One delivery of a mail.
     *
     * @param text as people read it, without what a mail server adds
     */
    public record Came(String to, String subject, String text) {

        public Optional<String> code() {
            Matcher link = CODE.matcher(text);
            return link.find() ? Optional.of(link.group(1)) : Optional.empty();
        }
    }

    /** Every delivery by Message-ID. */
    public synchronized Map<String, List<Came>> all() {
        look();
        return new HashMap<>(came);
    }

    public synchronized Optional<Came> find(String messageId) {
        if (!came.containsKey(messageId)) {
            look();
        }
        return Optional.ofNullable(came.get(messageId)).map(all -> all.get(0));
    }

    /** Deliveries are only added, so each is read once. */
    private void look() {
        for (MimeMessage message : server.getReceivedMessages()) {
            if (seen.add(message) && !header(message, "To").contains(address)) {
                came.computeIfAbsent(id(message), key -> new ArrayList<>())
                        .add(new Came(header(message, "To"), subject(message), text(message)));
            }
        }
    }

    /** Somebody writes to the cluster. */
    void write(String raw) {
        try {
            box().deliver(new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(raw.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))));
        } catch (UserException | MessagingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The Message-IDs that lie in a folder of the cluster's mailbox. */
    List<String> in(String folder) {
        try {
            MailFolder found = server.getManagers().getImapHostManager().getFolder(box(), folder);
            if (found == null) {
                return List.of();
            }
            return found.getNonDeletedMessages().stream()
                    .map(StoredMessage::getMimeMessage)
                    .map(Postbox::id)
                    .toList();
        } catch (UserException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private GreenMailUser box() throws UserException {
        GreenMailUser known = server.getUserManager().getUserByEmail(address);
        return known != null ? known : server.getUserManager().createUser(address, address, "x");
    }

    private static String id(MimeMessage message) {
        return header(message, "Message-ID");
    }

    private static String subject(Message message) {
        try {
            return message.getSubject();
        } catch (MessagingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String header(MimeMessage message, String name) {
        try {
            String value = message.getHeader(name, ", ");
            return value == null ? "" : value;
        } catch (MessagingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static String text(Part part) {
        try {
            if (part.isMimeType("text/plain")) {
                return String.valueOf(part.getContent());
            }
            if (part.isMimeType("multipart/*")) {
                Multipart parts = (Multipart) part.getContent();
                for (int i = 0; i < parts.getCount(); i++) {
                    BodyPart inner = parts.getBodyPart(i);
                    String found = text(inner);
                    if (!found.isEmpty()) {
                        return found;
                    }
                }
            }
            return "";
        } catch (MessagingException | IOException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
