package dk.klyngeflow.invoices;

import dk.klyngeflow.accounts.Account;
import dk.klyngeflow.invoices.Invoice.Bill;
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
        return !Bill.typed(typed).reducesDebt()
                && typed.booking().payTo() instanceof NoTransfer none
                && (none.reason() == NoTransfer.Reason.NOT_STATED || none.reason() == NoTransfer.Reason.UNKNOWN);
    }

    /** The invoice with this coding; what the ledger takes is negative when the document gives money back. */
    Invoice on(Invoice before, String fileHash) {
        CheckForm.Typed.Amounts amounts = typed.amounts();
        long posting = Bill.typed(typed).signed(Objects.requireNonNull(amounts.amountDkk()));
        String cvr = supplier().supplierCvr();
        String payee = (cvr == null ? supplier().supplierName() : cvr) + " "
                + typed.booking().payTo().key();
        return before.coded(
                typed,
                posting,
                ContentHash.of(
                        posting,
                        amounts.currency(),
                        amounts.payable(),
                        payee,
                        account().number(),
                        fileHash));
    }

    String summary() {
        String meeting = typed.booking().meeting();
        return account().label()
                + (meeting.isBlank() ? "" : ", " + meeting)
                + (confirmed.isEmpty() ? "" : ". Bekræftet: " + String.join(" ", confirmed));
    }
}
