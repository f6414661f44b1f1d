package dk.klyngeflow.inbox;

import dk.klyngeflow.mail.CuttableSockets;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPMessage;

/** The line to the mailbox. Mails stay in it for ever: what has been handled is moved to a folder. */
final class Mailbox implements AutoCloseable {

    private static final int LARGEST = 10 * 1024 * 1024;
    private static final int HEAD_OF_LARGE = 64 * 1024;
    private static final int MOST_LOOKED_AT = 200;
    private static final long PATIENCE_MILLIS = 20_000;

    private final Store store;
    private final Folder inbox;

    private Mailbox(Store store, Folder inbox) {
        this.store = store;
        this.inbox = inbox;
    }

    static Mailbox open(InboxSettings settings, CuttableSockets sockets) throws MessagingException {
        String protocol = settings.ssl() ? "imaps" : "imap";
        Properties properties = new Properties();
        String prefix = "mail." + protocol;
        // Jakarta Mail waits for ever unless told otherwise
        String patience =
                String.valueOf(Math.min(PATIENCE_MILLIS, settings.longest().toMillis()));
        properties.put(prefix + ".connectiontimeout", "10000");
        properties.put(prefix + ".timeout", patience);
        properties.put(prefix + ".writetimeout", patience);
        properties.put(prefix + ".connectionpooltimeout", patience);
        properties.put(prefix + ".socketFactory", sockets);
        properties.put(prefix + ".socketFactory.fallback", "false");
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
        sizes.add(UIDFolder.FetchProfileItem.UID);
        inbox.fetch(first, sizes);
        return Arrays.stream(first).toList();
    }

    /** What has not been taken, and when the oldest of it arrived. */
    MailboxReadings.Left left() throws MessagingException {
        int unread = Math.max(0, inbox.getMessageCount() - MOST_LOOKED_AT);
        Instant oldest = null;
        for (Message message : waiting(MOST_LOOKED_AT)) {
            if (isDeleted(message)) {
                continue;
            }
            unread++;
            if (oldest == null && message.getReceivedDate() != null) {
                oldest = message.getReceivedDate().toInstant();
            }
        }
        return new MailboxReadings.Left(unread, oldest);
    }

    static boolean isDeleted(Message message) throws MessagingException {
        return message.isExpunged() || message.isSet(Flags.Flag.DELETED);
    }

    /** By what the mailbox knows a mail for as long as it lies there. */
    long number(Message message) throws MessagingException {
        return ((UIDFolder) inbox).getUID(message);
    }

    /** Asks the server, since a line that was cut does not know it. */
    boolean isAlive() {
        return store.isConnected() && inbox.isOpen();
    }

    /** @param missing a Danish sentence on why only the headers were fetched; empty when this is the whole mail */
    record Raw(byte[] content, String missing) {}

    static Raw raw(Message message) throws MessagingException, IOException {
        if (message.getSize() > LARGEST) {
            return head(message, MailReader.TOO_LARGE);
        }
        Bounded content = new Bounded(2 * LARGEST);
        message.writeTo(content);
        return new Raw(content.toByteArray(), "");
    }

    static Raw head(Message message, String missing) throws MessagingException, IOException {
        Bounded content = new Bounded(HEAD_OF_LARGE);
        for (String line : Collections.list(((IMAPMessage) message).getAllHeaderLines())) {
            content.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        }
        content.write("\r\n".getBytes(StandardCharsets.ISO_8859_1));
        return new Raw(content.toByteArray(), missing);
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
