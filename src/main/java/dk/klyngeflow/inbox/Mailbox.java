package dk.klyngeflow.inbox;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPMessage;

/** The line to the mailbox. Mails stay in it for ever: what has been handled is moved to a folder. */
final class Mailbox implements AutoCloseable {

    private static final int LARGEST = 10 * 1024 * 1024;
    private static final int HEAD_OF_LARGE = 64 * 1024;

    private final Store store;
    private final Folder inbox;

    private Mailbox(Store store, Folder inbox) {
        this.store = store;
        this.inbox = inbox;
    }

    static Mailbox open(InboxSettings settings) throws MessagingException {
        String protocol = settings.ssl() ? "imaps" : "imap";
        Properties properties = new Properties();
        String prefix = "mail." + protocol;
        // Jakarta Mail waits for ever unless told otherwise
        properties.put(prefix + ".connectiontimeout", "10000");
        properties.put(prefix + ".timeout", "20000");
        properties.put(prefix + ".writetimeout", "20000");
        properties.put(prefix + ".connectionpooltimeout", "20000");
        properties.put(prefix + ".ssl.checkserveridentity", "true");
        properties.put(prefix + ".starttls.enable", "true");
        properties.put(prefix + ".fetchsize", "524288");
        properties.put(prefix + ".peek", "true");
        Store store = Session.getInstance(properties).getStore(protocol);
        store.connect(
                settings.host(), settings.port() == 0 ? -1 : settings.port(), settings.user(), settings.password());
        try {
            Folder inbox = store.getFolder(settings.folder());
            inbox.open(Folder.READ_WRITE);
            return new Mailbox(store, inbox);
        } catch (MessagingException e) {
            store.close();
            throw e;
        }
    }

    /** Oldest first. */
    List<Message> waiting(int most) throws MessagingException {
        int count = inbox.getMessageCount();
        if (count == 0) {
            return List.of();
        }
        Message[] first = inbox.getMessages(1, Math.min(most, count));
        FetchProfile sizes = new FetchProfile();
        sizes.add(FetchProfile.Item.SIZE);
        sizes.add(FetchProfile.Item.FLAGS);
        inbox.fetch(first, sizes);
        return Arrays.stream(first).toList();
    }

    static boolean isDeleted(Message message) throws MessagingException {
        return message.isExpunged() || message.isSet(Flags.Flag.DELETED);
    }

    /** @param whole false when the mail is too large and only its headers were fetched */
    record Raw(byte[] content, boolean whole) {}

    static Raw raw(Message message) throws MessagingException, IOException {
        boolean whole = message.getSize() <= LARGEST;
        Bounded content = new Bounded(whole ? 2 * LARGEST : HEAD_OF_LARGE);
        if (whole) {
            message.writeTo(content);
        } else {
            for (String line : Collections.list(((IMAPMessage) message).getAllHeaderLines())) {
                content.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            }
            content.write("\r\n".getBytes(StandardCharsets.ISO_8859_1));
        }
        return new Raw(content.toByteArray(), whole);
    }

    /** First a copy, then away from here: when it ends in between, the mail is found again and only moved. */
    void move(Message message, String folderName) throws MessagingException {
        Folder folder = folder(folderName);
        inbox.copyMessages(new Message[] {message}, folder);
        message.setFlag(Flags.Flag.DELETED, true);
    }

    private Folder folder(String name) throws MessagingException {
        Folder beside = store.getDefaultFolder().getFolder(name);
        if (beside.exists() || beside.create(Folder.HOLDS_MESSAGES)) {
            return beside;
        }
        // some servers keep all folders inside the inbox
        Folder inside = inbox.getFolder(name);
        if (inside.exists() || inside.create(Folder.HOLDS_MESSAGES)) {
            return inside;
        }
        throw new MessagingException("no folder can be made in the mailbox");
    }

    @Override
    public void close() throws MessagingException {
        try {
            if (inbox.isOpen()) {
                inbox.close(true);
            }
        } finally {
            store.close();
        }
    }

    /** Takes so much and drops the rest. */
    private static final class Bounded extends OutputStream {

        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final int most;

        Bounded(int most) {
            this.most = most;
        }

        @Override
        public void write(int b) {
            if (kept.size() < most) {
                kept.write(b);
            }
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            kept.write(bytes, from, Math.max(0, Math.min(length, most - kept.size())));
        }

        byte[] toByteArray() {
            return kept.toByteArray();
        }
    }
}
