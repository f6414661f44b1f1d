package dk.klyngeflow.localmodel;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One round of agreeing on a model.
 *
 * @param startedBy null when the calendar has started it
 * @param shown how many times the members have been shown a draft
 * @param endedAt when a version was put into force, or the round given up
 */
public record ModelRound(
        String clusterId,
        int roundNo,
        String caseKey,
        @Nullable String startedBy,
        Asking asking,
        Draft draft,
        @Nullable Instant endedAt,
        @Nullable String cancelReason) {

    /** @param silent how many have not answered yet */
    public record Asking(
            Instant openedAt, Instant closesAt, @Nullable Instant closedAt, int silent) {}

    /**
     * @param choices null before the coordinator has written it
     * @param unheard how many have said nothing of the draft that is shown
     */
    public record Draft(
            @Nullable Choices choices,
            String note,
            int shown,
            @Nullable Instant commentsCloseAt,
            @Nullable Instant commentsClosedAt,
            int unheard) {}

    public String id() {
        return String.valueOf(roundNo);
    }

    public boolean isUnderWay() {
        return endedAt == null;
    }

    boolean takesAnswersAt(Instant now) {
        return endedAt == null && asking.closedAt() == null && now.isBefore(asking.closesAt());
    }

    boolean takesCommentsAt(Instant now) {
        Instant closes = draft.commentsCloseAt();
        return endedAt == null && draft.commentsClosedAt() == null && closes != null && now.isBefore(closes);
    }
}
