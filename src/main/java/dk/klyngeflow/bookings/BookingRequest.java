package dk.klyngeflow.bookings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a meeting needs.
 *
 * @param caseKey business key of the meeting
 * @param title of the meeting; suppliers see it
 * @param place where the meeting is held, as far as it is known; empty when a room is what is asked for
 * @param people how many are expected; null when nobody can say yet
 * @param supplierId whom the coordinator wants to ask first; null for the first on the list
 */
public record BookingRequest(
        String clusterId,
        String caseKey,
        BookingKind kind,
        String title,
        Instant start,
        Instant end,
        String place,
        @Nullable Integer people,
        @Nullable String supplierId) {}
