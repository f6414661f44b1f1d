package dk.klyngeflow.invoices;

import dk.klyngeflow.accounts.Account;
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
        return !reduces()
                && typed.booking().payTo() instanceof NoTransfer none
                && (none.reason() == NoTransfer.Reason.NOT_STATED || none.reason() == NoTransfer.Reason.UNKNOWN);
    }

    private boolean reduces() {
        long payable = typed.amounts().payable();
        return bill().kind().equals(Invoice.CREDIT_NOTE) ? payable > 0 : payable < 0;
    }

    /** The invoice with this coding; what the ledger takes is negative when the document gives money back. */
    Invoice on(Invoice before, String fileHash) {
        CheckForm.Typed.Amounts amounts = typed.amounts();
        CheckForm.Typed.Booking booking = typed.booking();
        long magnitude = Math.abs(Objects.requireNonNull(amounts.amountDkk()));
        long posting = reduces() ? -magnitude : magnitude;
        String cvr = supplier().supplierCvr();
        String payee = (cvr == null ? supplier().supplierName() : cvr) + " "
                + booking.payTo().key();
        return new Invoice(
                before.clusterId(),
                before.id(),
                before.status(),
                before.source(),
                bill().kind(),
                before.format(),
                before.documentId(),
                before.senderId(),
                before.claimantId(),
                supplier().supplierName(),
                cvr,
                supplier().supplierMail(),
                before.supplierPrivate(),
                bill().invoiceNumber(),
                bill().issueDate(),
                bill().dueDate(),
                amounts.currency(),
                amounts.payable(),
                amounts.vat(),
                posting,
                amounts.rateSource(),
                account().number(),
                booking.meeting(),
                before.text(),
                booking.payTo(),
                before.originalId(),
                before.problems(),
                before.unreadable(),
                before.approvalLevel(),
                ContentHash.of(
                        posting,
                        amounts.currency(),
                        amounts.payable(),
                        payee,
                        account().number(),
                        fileHash),
                before.round(),
                before.escalations(),
                before.voucherId(),
                before.settlementId(),
                before.paymentFileId(),
                before.packageId(),
                before.paidOn(),
                before.receivedAt());
    }

    String summary() {
        String meeting = typed.booking().meeting();
        return account().label()
                + (meeting.isBlank() ? "" : ", " + meeting)
                + (confirmed.isEmpty() ? "" : ". Bekræftet: " + String.join(" ", confirmed));
    }
}
