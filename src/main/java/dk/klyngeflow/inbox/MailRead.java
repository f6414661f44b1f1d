package dk.klyngeflow.inbox;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What could be read of a mail.
 *
 * @param answerable whether a program may answer it by itself
 * @param report what a mail server tells of a mail that was sent; null in what people and their programs write
 * @param notes Danish sentences on what could not be read
 */
record MailRead(
        Head head,
        Nature nature,
        boolean answerable,
        Content content,
        @Nullable DeliveryReport report,
        List<String> notes) {

    /**
     * What stands above the mail.
     *
     * @param messageId with its angle brackets; empty when there is none
     * @param sender a plain mail address; empty when none can be read
     * @param recipients where it was delivered first, then to whom it is written
     * @param references Message-IDs of mails that it answers
     * @param lists addresses of the mailing list that it came by
     */
    record Head(
            String messageId,
            String sender,
            String senderName,
            List<String> recipients,
            String subject,
            List<String> references,
            List<String> lists) {

        static final Head UNREADABLE = new Head("", "", "", List.of(), "", List.of(), List.of());
    }

    /**
     * What stands in the mail.
     *
     * @param quoted Message-IDs that stand in it, of mails that it encloses or speaks of
     * @param text of all its texts, HTML made plain
     */
    record Content(List<String> quoted, String text, List<MailFile> files, List<CalendarFile> calendars) {}

    MailRead withText(String other) {
        Content masked = new Content(content.quoted(), other, content.files(), content.calendars());
        return new MailRead(head, nature, answerable, masked, report, notes);
    }

    /** With more to point out to whoever reads it. */
    MailRead withNotes(List<String> more) {
        List<String> all = Stream.concat(notes.stream(), more.stream()).toList();
        return new MailRead(head, nature, answerable, content, report, all);
    }

    /** Whether a person sat and wrote. */
    enum Nature {
        WRITTEN,
        /** Somebody's program answers by itself. */
        ANSWERED_BY_ITSELF,
        /** A newsletter, a mailing list. */
        LIST,
        /** Another mail that a program sent; invoices often are. */
        AUTOMATIC
    }

    /** @param embedded a picture that stands in the text and not beside it */
    record MailFile(String name, byte[] content, boolean embedded) {}

    /** @param method as the mail says; null when it does not */
    record CalendarFile(@Nullable String method, String text) {}

    /**
     * @param originals Message-IDs that the report names, one of which is that of the mail it is about
     * @param why means something only when it has failed
     */
    record DeliveryReport(Verdict verdict, List<String> originals, Undeliverable why) {}

    /** What a server says of a mail. */
    enum Verdict {
        /** In so many words that it arrived, was passed on or is only late. */
        HARMLESS,
        FAILED,
        /** Something that only a person understands. */
        UNCLEAR
    }
}
