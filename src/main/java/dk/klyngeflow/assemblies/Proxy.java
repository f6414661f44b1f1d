package dk.klyngeflow.assemblies;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A member who does not come lets another vote for her. */
record Proxy(
        String principal,
        String holder,
        Instant givenAt,
        @Nullable Instant endedAt,
        @Nullable WhyEnded whyEnded) {

    enum WhyEnded {
        WITHDRAWN,
        PRINCIPAL_CAME,
        OTHER_HOLDER
    }

    boolean isValid() {
        return endedAt == null;
    }
}
