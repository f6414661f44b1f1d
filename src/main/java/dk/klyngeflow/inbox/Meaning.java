package dk.klyngeflow.inbox;

import dk.klyngeflow.calendar.CalendarAnswer;
import dk.klyngeflow.inbox.MailRead.DeliveryReport;
import dk.klyngeflow.inbox.MailRead.MailFile;
import java.util.List;

/** What a mail is to us. */
sealed interface Meaning {

    record Replies(List<CalendarAnswer> answers) implements Meaning {}

    record CameBack(DeliveryReport report) implements Meaning {}

    /**
     * @param invoices files that may be invoices
     * @param others what came with them
     */
    record WithInvoices(List<MailFile> invoices, List<MailFile> others) implements Meaning {}

    /** For a person to read. */
    record ToRead(List<MailFile> files) implements Meaning {}

    /** Of our own making, or of a program that expects no answer. */
    record Nothing() implements Meaning {}
}
