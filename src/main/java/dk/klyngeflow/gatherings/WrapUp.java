package dk.klyngeflow.gatherings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What has been kept of a meeting since it was held.
 *
 * @param noteTaker who notes the key points; null when nobody does, or it is not known yet
 * @param keyPointsAt null until she has written them
 * @param approvedAt null until the minutes are approved; nothing changes afterwards
 */
public record WrapUp(
        String clusterId,
        String meetingId,
        @Nullable Instant recordedAt,
        @Nullable String noteTaker,
        String keyPoints,
        @Nullable Instant keyPointsAt,
        @Nullable Instant approvedAt,
        @Nullable String minutesDocument,
        @Nullable String attendanceDocument) {

    public boolean isApproved() {
        return approvedAt != null;
    }
}
