package dk.klyngeflow.invoices;

import dk.klyngeflow.bills.Approvals;
import dk.klyngeflow.bills.Invoice;
import dk.klyngeflow.bills.InvoiceEvents;
import dk.klyngeflow.bills.InvoiceStatus;
import dk.klyngeflow.bills.Invoices;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.inbox.ReceivedLetters;
import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.mail.Recipient;
import dk.klyngeflow.mail.TaskNews;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.People;
import dk.klyngeflow.payments.NoTransfer;
import dk.klyngeflow.security.Role;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Everything that is written to people about an invoice. No names and no suppliers in subjects. */
@Component
class Correspondence {

    private static final DateTimeFormatter DAY = DanishTime.DAY_IN_FIGURES;
    private static final Pattern MAIL = Pattern.compile(
            "[A-Za-z0-9_%+'-]+(\\.[A-Za-z0-9_%+'-]+)*@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\\.)+[A-Za-z]{2,}");

    private final Invoices invoices;
    private final InvoiceEvents events;
    private final Outbox outbox;
    private final Cases cases;
    private final People people;
    private final Approvals approvals;
    private final ReceivedLetters letters;
    private final Stakes stakes;
    private final Clusters clusters;
    private final TaskNews news;
    private final CopenhagenTime time;

    Correspondence(
            Invoices invoices,
            InvoiceEvents events,
            Outbox outbox,
            Cases cases,
            People people,
            Approvals approvals,
            ReceivedLetters letters,
            Stakes stakes,
            Clusters clusters,
            TaskNews news,
            CopenhagenTime time) {
        this.news = news;
        this.clusters = clusters;
        this.time = time;
        this.invoices = invoices;
        this.events = events;
        this.outbox = outbox;
        this.cases = cases;
        this.people = people;
        this.approvals = approvals;
        this.letters = letters;
        this.stakes = stakes;
    }

    /** Sends the secretary's question to the one who sent the invoice, or to the supplier when we know where. */
    void ask(String clusterId, String invoiceId) {
        Invoice invoice = invoices.get(clusterId, invoiceId);
        var question = events.of(invoice).stream()
                .filter(event -> event.kind() == InvoiceEvents.Kind.ASKED)
                .toList();
        String text =
                question.isEmpty() ? "" : question.get(question.size() - 1).text();
        sender(invoice)
                .ifPresent(to -> send(
                        invoice, "invoice-question", to, String.valueOf(question.size()), Map.of("question", text)));
    }

    /** Tells the one who sent it that it was turned away, and why. */
    void tellRejected(String clusterId, String invoiceId) {
        Invoice invoice = invoices.lock(clusterId, invoiceId);
        invoices.status(invoice, InvoiceStatus.REJECTED);
        String reason = events.last(invoice, InvoiceEvents.Kind.REJECTED)
                .map(InvoiceEvents.Event::text)
                .orElse("");
        sender(invoice).ifPresent(to -> send(invoice, "invoice-rejected", to, "1", Map.of("reason", reason)));
    }

    /**
     * A bill that is here already has come again by mail: whoever sent it hears so, once a day at most, whatever answers her program sends
     * back. Nothing of the bill but its numbers, since the sender may be anybody.
     */
    void tellKnown(Invoice first, String address, String name) {
        if (!canBeWrittenTo(address)
                || address.equalsIgnoreCase(clusters.get(first.clusterId()).mail())) {
            return;
        }
        outbox.enqueue(Mail.of(
                first.clusterId(),
                "invoice-known",
                "invoice-known:" + first.id() + ":" + address.toLowerCase(Locale.ROOT) + ":" + time.today(),
                Recipient.address(address, name),
                Map.of(
                        "invoiceId",
                        first.id(),
                        "number",
                        first.isClaim() ? "" : first.number(),
                        "day",
                        DAY.format(CopenhagenTime.dayOf(first.receivedAt()))),
                first.businessKey()));
    }

    void withdraw(String clusterId, String invoiceId) {
        Invoice invoice = invoices.lock(clusterId, invoiceId);
        invoices.status(invoice, InvoiceStatus.WITHDRAWN);
        String reason = events.last(invoice, InvoiceEvents.Kind.WITHDRAWN)
                .map(InvoiceEvents.Event::text)
                .orElse("");
        if (invoice.isClaim()) {
            sender(invoice).ifPresent(to -> send(invoice, "invoice-withdrawn", to, "1", Map.of("reason", reason)));
        }
    }

    /** Tells those who hold the open tasks that the due date is near, with the other news of the morning. */
    void remind(String clusterId, String invoiceId) {
        Invoice invoice = invoices.get(clusterId, invoiceId);
        news.note(
                clusterId,
                invoice.businessKey(),
                cases.holders(clusterId, invoice.businessKey()),
                isToBePaidByADay(invoice)
                        ? "Bilaget skal betales senest " + day(invoice) + "."
                        : "Bilaget har ventet i nogle dage.");
        events.add(invoice, InvoiceEvents.Kind.REMINDED, null, "");
    }

    /**
     * Offers the open tasks to the next ones up: the coordinator, then the board. Those who may not approve are left out.
     *
     * @return whether there is still somebody higher
     */
    boolean escalate(String clusterId, String invoiceId) {
        Invoice invoice = invoices.lock(clusterId, invoiceId);
        Role up = invoice.escalations() == 0 ? Role.COORDINATOR : Role.BOARD;
        var given = approvals.of(invoice);
        Set<String> excluded = FourEyes.excludedFromPaying(stakes.in(invoice), given, invoice.contentHash());
        Set<String> helpers = people.holding(clusterId, up).stream()
                .map(person -> person.id())
                .filter(person -> !excluded.contains(person))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!helpers.isEmpty()) {
            cases.offer(clusterId, invoice.businessKey(), helpers);
            news.note(
                    clusterId,
                    invoice.businessKey(),
                    helpers,
                    "Ingen har handlet på bilaget i nogle dage, så du kan også tage opgaven."
                            + (isToBePaidByADay(invoice) ? " Betalingsfrist: " + day(invoice) + "." : ""));
        }
        invoices.escalations(invoice, invoice.escalations() + 1);
        events.add(invoice, InvoiceEvents.Kind.ESCALATED, null, up.danish());
        return invoice.escalations() == 0;
    }

    /** Offers the claim for money back to the coordinators too; they need not be others than those who approved. */
    void escalateCredit(String clusterId, String invoiceId) {
        Invoice credit = invoices.lock(clusterId, invoiceId);
        Set<String> helpers = people.holding(clusterId, Role.COORDINATOR).stream()
                .map(person -> person.id())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!helpers.isEmpty()) {
            cases.offer(clusterId, credit.businessKey(), helpers);
            news.note(
                    clusterId,
                    credit.businessKey(),
                    helpers,
                    "Pengene er hverken betalt tilbage eller trukket fra en ny regning i over en måned, så du kan også tage opgaven.");
        }
        events.add(credit, InvoiceEvents.Kind.ESCALATED, null, Role.COORDINATOR.danish());
    }

    /** Empty when nobody knows whom to write to; the secretary then has to find out by herself. */
    private Optional<Recipient> sender(Invoice invoice) {
        if (!invoice.isClaim() && canBeWrittenTo(invoice.supplierMail())) {
            return Optional.of(Recipient.address(invoice.supplierMail(), invoice.supplierName()));
        }
        String document = invoice.documentId();
        if (invoice.source() != Invoice.Source.MAIL || document == null) {
            return Optional.of(Recipient.person(invoice.senderId()));
        }
        return letters.withFile(invoice.clusterId(), document)
                .filter(letter -> canBeWrittenTo(letter.sender()))
                .map(letter -> Recipient.address(letter.sender(), letter.senderName()));
    }

    /** Suppliers write all sorts of things where their mail address should be. */
    static boolean canBeWrittenTo(String mail) {
        return mail.length() <= 254 && MAIL.matcher(mail).matches();
    }

    /** Not what gives money back, nor what says itself that it is no bill. */
    private static boolean isToBePaidByADay(Invoice invoice) {
        return invoice.dueDate() != null
                && !invoice.reducesDebt()
                && !(invoice.paymentTarget() instanceof NoTransfer none
                        && none.reason() == NoTransfer.Reason.NOT_A_BILL);
    }

    private static String day(Invoice invoice) {
        LocalDate due = invoice.dueDate();
        return due == null ? "ikke oplyst" : DAY.format(due);
    }

    private void send(Invoice invoice, String purpose, Recipient to, String round, Map<String, String> more) {
        Map<String, String> model = new HashMap<>(more);
        model.put("invoiceId", invoice.id());
        model.put("number", invoice.number());
        model.put("amount", invoice.amountLabel());
        model.put("dueDate", day(invoice));
        outbox.enqueue(Mail.of(
                invoice.clusterId(),
                purpose,
                purpose + ":" + invoice.id() + ":" + (to.personId() == null ? to.address() : to.personId()) + ":"
                        + round,
                to,
                model,
                invoice.businessKey()));
    }
}
