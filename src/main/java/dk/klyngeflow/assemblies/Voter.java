package dk.klyngeflow.assemblies;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One on the roll of an evening. */
record Voter(
        String personId,
        @Nullable Instant checkedInAt,
        @Nullable Instant leftAt,
        @Nullable String checkedInBy) {

    boolean isPresent() {
        return checkedInAt != null && leftAt == null;
    }
}
