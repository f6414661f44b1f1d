package dk.klyngeflow.bookings;

import dk.klyngeflow.engine.Rows.Column;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a meeting needs of one kind.
 *
 * @param caseKey business key of the meeting
 * @param title of the meeting; suppliers see it
 * @param place where the meeting is held, as far as it is known; empty when a room is what is asked for
 * @param people how many are expected; null when nobody can say yet
 */
public record Wanted(
        String caseKey,
        BookingKind kind,
        String title,
        @Column("starts_at") Instant start,
        @Column("ends_at") Instant end,
        String place,
        @Nullable Integer people) {

    Wanted at(String elsewhere) {
        return new Wanted(caseKey, kind, title, start, end, elsewhere, people);
    }
}
