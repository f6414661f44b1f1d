package dk.klyngeflow.founding;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FriendlyHours;
import dk.klyngeflow.engine.Moments;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * When the questions close and when the silent are reminded. A reminder that is not wanted, or for which there is no time, is set to the
 * closing itself and then finds nobody to remind.
 */
record ModelTimes(Instant firstReminderAt, Instant lastReminderAt, Instant closesAt) {

    private static final LocalTime NOON = LocalTime.of(12, 0);
    private static final LocalTime AFTERNOON = LocalTime.of(13, 0);
    private static final LocalTime EVENING = LocalTime.of(20, 0);

    static Instant closing(LocalDate day) {
        return CopenhagenTime.at(day, EVENING);
    }

    static ModelTimes from(LocalDate today, Instant closes, int firstReminderDays, int lastReminderDays) {
        Instant first = firstReminderDays == 0
                ? closes
                : Moments.earlier(
                        FriendlyHours.next(CopenhagenTime.at(today.plusDays(firstReminderDays), NOON)), closes);
        Instant last = lastReminderDays == 0
                ? closes
                : FriendlyHours.lastBefore(
                        CopenhagenTime.at(CopenhagenTime.dayOf(closes).minusDays(lastReminderDays), AFTERNOON));
        return new ModelTimes(first, last.isAfter(first) ? last : closes, closes);
    }
}
