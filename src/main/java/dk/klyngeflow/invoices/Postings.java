package dk.klyngeflow.invoices;

import dk.klyngeflow.accounts.AccountingYears;
import dk.klyngeflow.accounts.ChartOfAccounts;
import dk.klyngeflow.accounts.Ledger;
import dk.klyngeflow.accounts.Line;
import dk.klyngeflow.accounts.Posting;
import dk.klyngeflow.accounts.Voucher;
import dk.klyngeflow.bills.Invoice;
import dk.klyngeflow.bills.InvoiceEvents;
import dk.klyngeflow.bills.InvoiceStatus;
import dk.klyngeflow.bills.Invoices;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.PaymentMode;
import dk.klyngeflow.payments.NoTransfer;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Brings an invoice into the ledger: first as what is owed (expense against creditors), then as paid (creditors against the bank or what PLO
 * holds). A credit note goes the other way. Each step posts once per round, however often it is tried.
 */
@Component
class Postings {

    /** When nobody has decided anything: there is no such invoice, but the ledger wants a name. */
    private static final String SYSTEM = "system";

    private static final Set<InvoiceEvents.Kind> CAUSES = Set.of(
            InvoiceEvents.Kind.CODED,
            InvoiceEvents.Kind.APPROVED,
            InvoiceEvents.Kind.PAID,
            InvoiceEvents.Kind.REFUNDED,
            InvoiceEvents.Kind.NOT_PAID);

    private final Invoices invoices;
    private final InvoiceEvents events;
    private final Ledger ledger;
    private final AccountingYears years;
    private final Clusters clusters;
    private final Documents documents;
    private final CopenhagenTime time;
    private final Credits credits;

    Postings(
            Invoices invoices,
            InvoiceEvents events,
            Ledger ledger,
            AccountingYears years,
            Clusters clusters,
            Documents documents,
            CopenhagenTime time,
            Credits credits) {
        this.invoices = invoices;
        this.events = events;
        this.ledger = ledger;
        this.years = years;
        this.clusters = clusters;
        this.documents = documents;
        this.time = time;
        this.credits = credits;
    }

    /**
     * Posts the invoice, settles at once what is not to be transferred by anybody (card, direct debit), and takes from it what the supplier
     * owes by credit notes.
     *
     * @return whether the cluster's own account has to pay something
     */
    boolean post(String clusterId, String invoiceId) {
        Invoice invoice = invoices.lock(clusterId, invoiceId);
        String account = invoice.account();
        if (account == null) {
            throw new IllegalStateException("invoice " + invoice.businessKey() + " is not coded");
        }
        if (invoice.posting() == 0) {
            invoices.status(invoice, InvoiceStatus.SETTLED);
            return false;
        }
        Voucher voucher = post(
                invoice,
                "invoice",
                time.today(),
                text(invoice),
                Line.signed(account, invoice.posting()),
                Line.signed(ChartOfAccounts.CREDITORS, -invoice.posting()));
        if (invoice.documentId() != null) {
            documents.keepForAccountingYear(clusterId, invoice.documentId(), voucher.year());
        }
        events.add(invoice, InvoiceEvents.Kind.POSTED, null, "Bilag " + voucher.year() + "-" + voucher.number());
        boolean ploPays = clusters.get(clusterId).paymentMode() == PaymentMode.PLO;
        if (ploPays) {
            invoices.posted(invoice, voucher.id(), InvoiceStatus.POSTED);
            return false;
        }
        if (invoice.posting() < 0) {
            invoices.voucher(invoice, voucher.id());
            credits.opened(invoices.get(clusterId, invoiceId));
            return false;
        }
        if (invoice.paymentTarget() instanceof NoTransfer) {
            invoices.voucher(invoice, voucher.id());
            settle(
                    invoice,
                    ChartOfAccounts.BANK,
                    invoice.posting(),
                    time.today(),
                    "Betalt uden om banken: ",
                    InvoiceStatus.SETTLED);
            return false;
        }
        boolean isDue = credits.offset(invoice) > 0;
        invoices.posted(invoice, voucher.id(), isDue ? InvoiceStatus.POSTED : InvoiceStatus.SETTLED);
        return isDue;
    }

    /** The cluster's own account has paid. */
    void paid(String clusterId, String invoiceId) {
        Invoice invoice = invoices.lock(clusterId, invoiceId);
        LocalDate on = invoice.paidOn() == null ? time.today() : invoice.paidOn();
        settle(invoice, ChartOfAccounts.BANK, credits.toPay(invoice), on, "Betalt: ", InvoiceStatus.PAID);
    }

    /** The supplier has paid back what was left of a credit note. */
    void refunded(String clusterId, String invoiceId) {
        Invoice invoice = invoices.lock(clusterId, invoiceId);
        LocalDate on = invoice.paidOn() == null ? time.today() : invoice.paidOn();
        settle(invoice, ChartOfAccounts.BANK, -credits.left(invoice), on, "Betalt tilbage: ", InvoiceStatus.REFUNDED);
    }

    /** PLO has been asked to pay, from what it holds for the cluster. */
    void handedToPlo(Invoice invoice) {
        if (invoice.posting() == 0) {
            invoices.status(invoice, InvoiceStatus.SENT_TO_PLO);
            return;
        }
        settle(
                invoice,
                ChartOfAccounts.PLO,
                invoice.posting(),
                time.today(),
                "Sendt til PLO: ",
                InvoiceStatus.SENT_TO_PLO);
    }

    /** Takes the posting back when the bank did not pay; the next one is a new voucher. */
    void reverse(String clusterId, String invoiceId) {
        Invoice invoice = invoices.lock(clusterId, invoiceId);
        if (invoice.voucherId() != null) {
            Voucher reversal =
                    ledger.reverse(clusterId, invoice.voucherId(), "Ikke betalt: " + text(invoice), causedBy(invoice));
            events.add(invoice, InvoiceEvents.Kind.REVERSED, null, "Bilag " + reversal.label());
        }
        credits.release(invoice);
        invoices.nextRound(invoice);
        invoices.unposted(invoice);
    }

    private void settle(Invoice invoice, String from, long oere, LocalDate on, String what, InvoiceStatus status) {
        Voucher voucher = post(
                invoice,
                "settlement",
                on,
                what + text(invoice),
                Line.signed(ChartOfAccounts.CREDITORS, oere),
                Line.signed(from, -oere));
        invoices.settled(invoice, voucher.id(), status);
    }

    private Voucher post(Invoice invoice, String what, LocalDate on, String text, Line first, Line second) {
        return ledger.post(new Posting(
                invoice.clusterId(),
                years.postingDate(invoice.clusterId(), on),
                text,
                what + ":" + invoice.id() + ":" + invoice.round(),
                invoice.documentId(),
                causedBy(invoice),
                List.of(first, second)));
    }

    /** Whoever decided last, so that a step took it on: the books name a person. */
    private String causedBy(Invoice invoice) {
        return events.of(invoice).stream()
                .filter(event -> CAUSES.contains(event.kind()))
                .map(InvoiceEvents.Event::personId)
                .filter(Objects::nonNull)
                .reduce((earlier, later) -> later)
                .orElse(SYSTEM);
    }

    private static String text(Invoice invoice) {
        String what = invoice.isClaim() ? invoice.text() : invoice.supplierName() + " " + invoice.number();
        String shortened = what.length() > 150 ? what.substring(0, 150) + "…" : what;
        return (invoice.reducesDebt() ? invoice.kindLabel() + " " : "") + shortened;
    }
}
