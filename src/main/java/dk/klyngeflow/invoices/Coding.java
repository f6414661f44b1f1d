package dk.klyngeflow.invoices;

import dk.klyngeflow.accounts.Account;
import dk.klyngeflow.bills.ContentHash;
import dk.klyngeflow.bills.Invoice;
import dk.klyngeflow.bills.Invoice.Coded;
import dk.klyngeflow.payments.NoTransfer;
import java.util.List;
import java.util.Objects;

/**
 * What the secretary has made of an invoice: the facts of the document as she sees them, the account, and where the money goes.
 *
 * @param confirmed the sentences about what is unusual that she has said are right
 */
record Coding(String clusterId, String invoiceId, CheckForm.Typed typed, List<String> confirmed) {

    CheckForm.Typed.Supplier supplier() {
        return typed.supplier();
    }

    CheckForm.Typed.Bill bill() {
        return typed.bill();
    }

    Account account() {
        return Objects.requireNonNull(typed.booking().account());
    }

    /** Whether it says neither where the money goes nor that none is transferred: nobody would ever pay it. */
    boolean isPaidNowhere() {
        return !typed.reducesDebt()
                && typed.booking().payTo() instanceof NoTransfer none
                && (none.reason() == NoTransfer.Reason.NOT_STATED || none.reason() == NoTransfer.Reason.UNKNOWN);
    }

    /** The invoice with this coding; what the ledger takes is negative when the document gives money back. */
    Invoice on(Invoice before, String fileHash) {
        Invoice invoice = typed.on(before);
        long posting =
                invoice.bill().signed(Objects.requireNonNull(typed.amounts().amountDkk()));
        String cvr = supplier().supplierCvr();
        String payee = (cvr == null ? supplier().supplierName() : cvr) + " "
                + invoice.paymentTarget().key();
        return new Invoice(
                before.clusterId(),
                before.id(),
                before.status(),
                before.arrival(),
                invoice.creditor(),
                invoice.bill(),
                new Coded(
                        posting,
                        invoice.rateSource(),
                        account().number(),
                        invoice.meeting(),
                        before.text(),
                        invoice.paymentTarget(),
                        before.originalId(),
                        ContentHash.of(
                                posting,
                                invoice.currency(),
                                invoice.payableMinor(),
                                payee,
                                account().number(),
                                fileHash)),
                before.progress());
    }

    String summary() {
        String meeting = typed.booking().meeting();
        return account().label()
                + (meeting.isBlank() ? "" : ", " + meeting)
                + (confirmed.isEmpty() ? "" : ". Bekræftet: " + String.join(" ", confirmed));
    }
}
