package dk.klyngeflow.handover;

import dk.klyngeflow.engine.DanishTime;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The post as coordinator, going from one to the next.
 *
 * @param parting who was coordinator when it was agreed
 * @param day the first day of the next one
 * @param note what the parting one writes to her
 * @param documentId the note as it was filed
 * @param partedAt when the parting one has confirmed; null before
 * @param takenAt when the successor has
 * @param reason Danish: why it was stopped or has stuck; empty when neither
 */
record Handover(
        String clusterId,
        String handoverId,
        String businessKey,
        String parting,
        String successor,
        LocalDate day,
        String note,
        @Nullable String documentId,
        @Nullable Instant partedAt,
        @Nullable Instant takenAt,
        @Nullable Instant movedAt,
        @Nullable Instant endedAt,
        String reason,
        String startedBy) {

    /** True until the post has moved or it has been stopped. */
    boolean isOpen() {
        return movedAt == null && endedAt == null;
    }

    /** Public: a template calls it. */
    public String dayInWords() {
        return DanishTime.WEEKDAY.format(day);
    }

    String label() {
        return DanishTime.DAY.format(day);
    }
}
