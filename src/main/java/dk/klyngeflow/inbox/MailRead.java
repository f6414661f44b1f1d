package dk.klyngeflow.inbox;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What could be read of a mail.
 *
 * @param messageId with its angle brackets; empty when there is none
 * @param sender a plain mail address; empty when none can be read
 * @param recipients where it was delivered first, then to whom it is written
 * @param references Message-IDs of mails that it answers
 * @param quoted Message-IDs that stand in it, of mails that it encloses or speaks of
 * @param answerable whether a program may answer it by itself
 * @param lists addresses of the mailing list that it came by
 * @param text of all its texts, HTML made plain
 * @param report what a mail server tells of a mail that was sent; null in what people and their programs write
 * @param notes Danish sentences on what could not be read
 */
record MailRead(
        String messageId,
        String sender,
        String senderName,
        List<String> recipients,
        String subject,
        List<String> references,
        List<String> quoted,
        Nature nature,
        boolean answerable,
        List<String> lists,
        String text,
        List<MailFile> files,
        List<CalendarFile> calendars,
        @Nullable DeliveryReport report,
        List<String> notes) {

    MailRead withText(String other) {
        return with(other, notes);
    }

    /** With more to point out to whoever reads it. */
    MailRead withNotes(List<String> more) {
        return with(text, Stream.concat(notes.stream(), more.stream()).toList());
    }

    private MailRead with(String otherText, List<String> otherNotes) {
        return new MailRead(
                messageId,
                sender,
                senderName,
                recipients,
                subject,
                references,
                quoted,
                nature,
                answerable,
                lists,
                otherText,
                files,
                calendars,
                report,
                otherNotes);
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
