package dk.klyngeflow.invoices;

import dk.klyngeflow.accounts.AccountingYears;
import dk.klyngeflow.accounts.ChartOfAccounts;
import dk.klyngeflow.accounts.Ledger;
import dk.klyngeflow.accounts.Line;
import dk.klyngeflow.accounts.Posting;
import dk.klyngeflow.accounts.Voucher;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.PaymentMode;
import dk.klyngeflow.payments.NoTransfer;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Brings an invoice into the ledger: first as what is owed (expense against creditors), then as paid (creditors against the bank or what PLO
 * holds). A credit note goes the other way. Each step posts once per round, however often it is tried.
 */
@Component
class Postings {

    private static final String SYSTEM = "system";

    private final Invoices invoices;
    private final InvoiceEvents events;
    private final Ledger ledger;
    private final AccountingYears years;
    private final Clusters clusters;
    private final Documents documents;
    private final CopenhagenTime time;

    Postings(
            Invoices invoices,
            InvoiceEvents events,
            Ledger ledger,
            AccountingYears years,
            Clusters clusters,
            Documents documents,
            CopenhagenTime time) {
        this.invoices = invoices;
        this.events = events;
        this.ledger = ledger;
        this.years = years;
        this.clusters = clusters;
        this.documents = documents;
        this.time = time;
    }

    /** Posts the invoice, and settles at once what is not to be transferred by anybody (card, direct debit). */
    void post(String clusterId, String invoiceId) {
        Invoice invoice = invoices.lock(clusterId, invoiceId);
        String account = invoice.account();
        if (account == null) {
            throw new IllegalStateException("invoice " + invoice.businessKey() + " is not coded");
        }
        if (invoice.posting() == 0) {
            invoices.status(invoice, InvoiceStatus.SETTLED);
            return;
        }
        Voucher voucher = post(
                invoice,
                "invoice",
                time.today(),
                text(invoice),
                Line.signed(account, invoice.posting()),
                Line.signed(ChartOfAccounts.CREDITORS, -invoice.posting()));
        invoices.voucher(invoice, voucher.id());
        if (invoice.documentId() != null) {
            documents.keepForAccountingYear(clusterId, invoice.documentId(), voucher.year());
        }
        events.add(invoice, InvoiceEvents.Kind.POSTED, null, "Bilag " + voucher.year() + "-" + voucher.number());
        boolean ploPays = clusters.get(clusterId).paymentMode() == PaymentMode.PLO;
        if (ploPays || (invoice.posting() > 0 && !(invoice.paymentTarget() instanceof NoTransfer))) {
            invoices.status(invoice, InvoiceStatus.POSTED);
            return;
        }
        if (invoice.posting() > 0) {
            settle(invoice, ChartOfAccounts.BANK, time.today(), "Betalt uden om banken: ");
        }
        invoices.status(invoice, InvoiceStatus.SETTLED);
    }

    /** The cluster's own account has paid. */
    void paid(String clusterId, String invoiceId) {
        Invoice invoice = invoices.lock(clusterId, invoiceId);
        LocalDate on = invoice.paidOn() == null ? time.today() : invoice.paidOn();
        settle(invoice, ChartOfAccounts.BANK, on, "Betalt: ");
        invoices.status(invoice, InvoiceStatus.PAID);
    }

    /** PLO has been asked to pay, from what it holds for the cluster. */
    void handedToPlo(Invoice invoice) {
        if (invoice.posting() != 0) {
            settle(invoice, ChartOfAccounts.PLO, time.today(), "Sendt til PLO: ");
        }
        invoices.status(invoice, InvoiceStatus.SENT_TO_PLO);
    }

    /** Takes the posting back when the bank did not pay; the next one is a new voucher. */
    void reverse(String clusterId, String invoiceId) {
        Invoice invoice = invoices.lock(clusterId, invoiceId);
        if (invoice.voucherId() != null) {
            Voucher reversal = ledger.reverse(clusterId, invoice.voucherId(), "Ikke betalt: " + text(invoice), SYSTEM);
            events.add(
                    invoice, InvoiceEvents.Kind.REVERSED, null, "Bilag " + reversal.year() + "-" + reversal.number());
        }
        invoices.nextRound(invoice);
        invoices.paymentFile(invoice, null);
        invoices.status(invoice, InvoiceStatus.CHECK);
    }

    private void settle(Invoice invoice, String from, LocalDate on, String what) {
        Voucher voucher = post(
                invoice,
                "settlement",
                on,
                what + text(invoice),
                Line.signed(ChartOfAccounts.CREDITORS, invoice.posting()),
                Line.signed(from, -invoice.posting()));
        invoices.settlement(invoice, voucher.id());
    }

    private Voucher post(Invoice invoice, String what, LocalDate on, String text, Line first, Line second) {
        return ledger.post(new Posting(
                invoice.clusterId(),
                years.postingDate(invoice.clusterId(), on),
                text,
                what + ":" + invoice.id() + ":" + invoice.round(),
                invoice.documentId(),
                SYSTEM,
                List.of(first, second)));
    }

    private static String text(Invoice invoice) {
        String what = invoice.isClaim() ? invoice.text() : invoice.supplierName() + " " + invoice.number();
        String shortened = what.length() > 150 ? what.substring(0, 150) + "…" : what;
        return (invoice.kind().equals(Invoice.CREDIT_NOTE) ? "Kreditnota " : "") + shortened;
    }
}
