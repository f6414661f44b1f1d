package dk.klyngeflow.einvoices;

import dk.klyngeflow.payments.NoTransfer;
import dk.klyngeflow.payments.PaymentInstruction;
import dk.klyngeflow.payments.PaymentTarget;

/** Turns what an e-invoice says about payment into where the money goes. */
public final class Payees {

    private Payees() {}

    public static PaymentTarget of(EInvoice read) {
        if (!read.toBePaid()) {
            return new NoTransfer(NoTransfer.Reason.NOT_A_BILL);
        }
        return read.payment()
                .map(means -> of(means, read))
                .orElseGet(() -> new NoTransfer(NoTransfer.Reason.NOT_STATED));
    }

    private static PaymentTarget of(PaymentMeans means, EInvoice read) {
        String cvr = read.supplier().cvr();
        return PaymentTarget.of(new PaymentInstruction(
                means.code(),
                means.regNumber(),
                means.accountNumber(),
                means.iban(),
                means.bic(),
                new PaymentInstruction.Slip(means.cardType(), means.ocrReference(), means.creditorNumber()),
                cvr == null ? "" : cvr));
    }
}
