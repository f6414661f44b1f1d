package dk.klyngeflow.invoices;

import dk.klyngeflow.payments.PaymentTarget;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a member asks to have paid.
 *
 * @param amountOere more than 0
 * @param documentId her receipt; a fee has none
 * @param meeting number of the meeting it belongs to; empty when it belongs to none
 * @param account her proposal; the secretary decides
 */
record Claim(
        String clusterId,
        String claimantId,
        String claimantName,
        Kind kind,
        long amountOere,
        String text,
        LocalDate date,
        String meeting,
        @Nullable String account,
        PaymentTarget payTo,
        @Nullable String documentId) {

    enum Kind {
        FEE("Honorar"),
        OUTLAY("Udlæg");

        private final String danish;

        Kind(String danish) {
            this.danish = danish;
        }

        String danish() {
            return danish;
        }
    }
}
