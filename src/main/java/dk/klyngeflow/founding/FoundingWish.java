package dk.klyngeflow.founding;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was typed on the open page.
 *
 * @param clusterId the cluster that came of it; null until the address is confirmed
 */
record FoundingWish(
        UUID wishId,
        Wanted wanted,
        Founder founder,
        Instant askedAt,
        @Nullable String clusterId) {

    /** @param patients null when not told */
    record Wanted(
            String clusterName,
            String regionName,
            String providerNumber,
            String practiceName,
            @Nullable Integer patients) {}

    record Founder(String name, String mail) {}
}
