package dk.klyngeflow.handover;

import dk.klyngeflow.engine.DanishTime;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A coordinator on leave.
 *
 * @param untilDay the first day she is back
 */
record CoordinatorLeave(
        String clusterId,
        String leaveId,
        String businessKey,
        String absent,
        String standIn,
        LocalDate fromDay,
        LocalDate untilDay,
        @Nullable Instant endedAt) {

    /** As in {@code fra den 1. marts 2027 til og med den 31. maj 2027}. Public: templates call it. */
    public String days() {
        return "fra den " + DanishTime.DAY.format(fromDay) + " til og med den " + lastDay();
    }

    /** The last day of the stand-in. Public: templates call it. */
    public String lastDay() {
        return DanishTime.DAY.format(untilDay.minusDays(1));
    }

    /** Public: templates call it. */
    public String back() {
        return DanishTime.DAY.format(untilDay);
    }
}
