package dk.klyngeflow.handover;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A member is asked about a task of somebody else's.
 *
 * @param taskId the engine's
 * @param helper the member's id
 * @param question what the owner adds; may be empty
 * @param answer null until she has answered
 * @param documentId a file she sent with it
 * @param endedAt when it was taken back, or she left
 */
record TaskHelp(
        String clusterId,
        String helpId,
        String taskId,
        String helper,
        String askedBy,
        String question,
        Instant askedAt,
        @Nullable String answer,
        @Nullable String documentId,
        @Nullable Instant answeredAt,
        @Nullable Instant endedAt,
        boolean hasLeft) {

    boolean isPending() {
        return answeredAt == null && endedAt == null;
    }
}
