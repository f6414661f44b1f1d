package dk.klyngeflow.inbox;

import dk.klyngeflow.calendar.CalendarAnswer;
import dk.klyngeflow.inbox.MailRead.DeliveryReport;
import dk.klyngeflow.inbox.MailRead.MailFile;
import java.util.List;

/** What a mail is to us. In all of them the files that a person should look at besides. */
sealed interface Meaning {

    List<MailFile> files();

    record Replies(List<CalendarAnswer> answers, List<MailFile> files) implements Meaning {}

    record CameBack(DeliveryReport report, List<MailFile> files) implements Meaning {}

    /** @param invoices files that may be invoices */
    record WithInvoices(List<MailFile> invoices, List<MailFile> files) implements Meaning {}

    /** @param besides Danish, on what the mail has that its text does not say; may be empty */
    record ToRead(List<MailFile> files, String besides) implements Meaning {}

    /** To a cluster that is closed: nobody reads it. @param isToBeTold whether somebody wrote it who should know */
    record ToNobody(boolean isToBeTold) implements Meaning {

        @Override
        public List<MailFile> files() {
            return List.of();
        }
    }

    /** Of our own making, or of a program that expects no answer and sends nothing to look at. */
    record Nothing() implements Meaning {

        @Override
        public List<MailFile> files() {
            return List.of();
        }
    }
}
