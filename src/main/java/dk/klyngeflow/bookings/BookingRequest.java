package dk.klyngeflow.bookings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Asks for what a meeting needs.
 *
 * @param supplierId whom the coordinator wants to ask first; null for the first on the list
 */
public record BookingRequest(
        String clusterId, Wanted wanted, @Nullable String supplierId) {

    public String caseKey() {
        return wanted.caseKey();
    }

    public BookingKind kind() {
        return wanted.kind();
    }

    public Instant start() {
        return wanted.start();
    }

    public Instant end() {
        return wanted.end();
    }
}
