package dk.klyngeflow.membership;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks for.
 *
 * @param personId null for somebody who is not in the cluster yet
 * @param confirmedAt null while nobody has said that the address is hers
 * @param isAccepted null until it is settled
 */
record MemberWish(
        long requestId,
        String clusterId,
        WishKind kind,
        @Nullable String personId,
        Typed typed,
        Instant askedAt,
        @Nullable Instant confirmedAt,
        @Nullable Instant answerBy,
        @Nullable Instant settledAt,
        @Nullable Boolean isAccepted,
        String reason) {

    /** What was typed; empty or null where nothing was. */
    record Typed(
            String name,
            String mail,
            String providerNumber,
            String practiceName,
            @Nullable Integer patients,
            String message,
            @Nullable LocalDate fromDay) {}
}
