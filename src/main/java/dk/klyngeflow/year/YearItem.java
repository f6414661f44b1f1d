package dk.klyngeflow.year;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One item of a cluster's year. */
record YearItem(
        String clusterId,
        int year,
        String itemId,
        YearKind kind,
        String title,
        String note,
        Days days,
        Progress progress) {

    /**
     * @param startsOn the day on which it is set in motion
     * @param dueOn the day on which it takes place or is to be done
     */
    record Days(LocalDate startsOn, LocalDate dueOn) {}

    /**
     * @param sequence counts up each time it is changed by hand, as calendar programs want it
     * @param reference of what it has become, as its own room knows it
     * @param plannedOn its day by the plan, while it follows that of an assembly that has been called
     */
    record Progress(
            int sequence,
            @Nullable Instant startedAt,
            @Nullable LocalDate doneOn,
            @Nullable String doneBy,
            boolean isDropped,
            @Nullable String reference,
            @Nullable String documentId,
            @Nullable LocalDate plannedOn) {

        static final Progress NONE = new Progress(0, null, null, null, false, null, null, null);
    }

    LocalDate startsOn() {
        return days.startsOn();
    }

    LocalDate dueOn() {
        return days.dueOn();
    }

    /** The day on which it is due when no assembly has a day. */
    LocalDate byPlan() {
        return progress.plannedOn() == null ? days.dueOn() : progress.plannedOn();
    }

    boolean isStarted() {
        return progress.startedAt() != null;
    }

    /** Nothing more is to be begun for it. */
    boolean isOver() {
        return progress.isDropped() || progress.doneOn() != null;
    }

    boolean isAhead() {
        return !isStarted() && !isOver();
    }

    /** Of several of a kind. */
    int number() {
        return Integer.parseInt(itemId.substring(itemId.lastIndexOf('-') + 1));
    }

    /** Of the case of a task of its own. */
    String caseKey() {
        return ClusterYear.businessKey(clusterId, year) + "/" + itemId;
    }
}
