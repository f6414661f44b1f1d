package dk.klyngeflow.topics;

import dk.klyngeflow.engine.Rows.Column;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that members would like to talk about.
 *
 * @param votes how many members have voted for it in rounds that are still remembered; nobody counts twice
 * @param usedAt when it was last chosen for a meeting
 * @param hidden taken out of sight by the cluster's staff
 */
public record Topic(
        @Column("topic_id") String id,
        String title,
        String text,
        @Column(isJoined = true) int votes,
        @Nullable Instant usedAt,
        @Column(isJoined = true) boolean hidden) {

    /** For lists where the votes stand beside the title. */
    public String votesText() {
        return switch (votes) {
            case 0 -> "(ingen stemmer endnu)";
            case 1 -> "(1 stemme)";
            default -> "(" + votes + " stemmer)";
        };
    }

    boolean isOpen() {
        return usedAt == null && !hidden;
    }
}
