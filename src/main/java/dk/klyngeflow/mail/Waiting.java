package dk.klyngeflow.mail;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A mail that this node has taken out of the outbox to send. */
record Waiting(
        long id,
        String clusterId,
        String purpose,
        String messageId,
        @Nullable String person,
        @Nullable String address,
        @Nullable String name,
        Map<String, String> model,
        List<String> documentIds,
        @Nullable String caseKey,
        @Nullable String linkId,
        @Nullable CalendarPart calendar,
        int attempts,
        @Nullable Instant firstTriedAt) {

    Optional<String> personId() {
        return Optional.ofNullable(person);
    }
}
