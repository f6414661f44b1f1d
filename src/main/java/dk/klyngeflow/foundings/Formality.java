package dk.klyngeflow.foundings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One of what is settled after the founding, in parallel.
 *
 * @param holderId who has it in hand
 * @param settledAt null while it is open
 * @param value the CVR number, the IBAN or "PLO"; empty when it was skipped
 */
public record Formality(
        String clusterId,
        Kind kind,
        String holderId,
        @Nullable Instant settledAt,
        boolean isSkipped,
        String value,
        @Nullable String documentId) {

    public enum Kind {
        REGISTRATION("CVR-nummer", "registrationSettled"),
        ACCOUNT("Konto", "accountSettled"),
        KIAP("Tilmelding hos KiAP", "kiapSettled");

        private final String danish;
        private final String message;

        Kind(String danish, String message) {
            this.danish = danish;
            this.message = message;
        }

        public String danish() {
            return danish;
        }

        public String message() {
            return message;
        }
    }

    public boolean isOpen() {
        return settledAt == null;
    }

    public String stands() {
        return isOpen() ? "mangler" : isSkipped ? "sprunget over" : "klaret";
    }
}
