package dk.klyngeflow.bills;

import dk.klyngeflow.payments.PaymentTarget;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a member asks to have paid.
 *
 * @param amountOere more than 0
 * @param documentId her receipt; a fee has none
 */
public record Claim(
        String clusterId,
        Claimant claimant,
        Kind kind,
        long amountOere,
        Purpose purpose,
        PaymentTarget payTo,
        @Nullable String documentId) {

    public record Claimant(String id, String name) {}

    /**
     * What it is for.
     *
     * @param meeting number of the meeting it belongs to; empty when it belongs to none
     * @param account her proposal; the secretary decides
     */
    public record Purpose(
            String text,
            LocalDate date,
            String meeting,
            @Nullable String account) {}

    public enum Kind {
        FEE("Honorar"),
        OUTLAY("Udlæg");

        private final String danish;

        Kind(String danish) {
            this.danish = danish;
        }

        public String danish() {
            return danish;
        }
    }
}
