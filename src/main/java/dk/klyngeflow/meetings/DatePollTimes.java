package dk.klyngeflow.meetings;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FriendlyHours;
import dk.klyngeflow.engine.Moments;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * When a poll closes and when the silent are reminded. A reminder that is not wanted, or for which there is no friendly hour before the
 * poll closes, is set to the closing itself and then finds nobody to remind.
 */
record DatePollTimes(Instant firstReminderAt, Instant lastReminderAt, Instant closesAt) {

    private static final LocalTime NOON = LocalTime.of(12, 0);
    private static final LocalTime EVENING = LocalTime.of(20, 0);

    /** @param earliest the first of the dates that are asked about; the poll closes before that day */
    static DatePollTimes from(
            Instant now, Instant earliest, int openDays, int firstReminderDays, int lastReminderDays) {
        LocalDate today = CopenhagenTime.dayOf(now);
        LocalDate wanted = today.plusDays(Math.max(1, openDays));
        LocalDate limit = CopenhagenTime.dayOf(earliest).minusDays(1);
        LocalDate lastDay = wanted.isAfter(limit) ? limit : wanted;
        Instant evening = CopenhagenTime.at(lastDay, EVENING);
        // planned long ago and asked only now: the members still get a day
        Instant closes = evening.isAfter(now) ? evening : CopenhagenTime.at(today.plusDays(1), EVENING);

        Instant first = firstReminderDays == 0
                ? closes
                : Moments.earlier(
                        FriendlyHours.next(CopenhagenTime.at(today.plusDays(firstReminderDays), NOON)), closes);
        if (lastReminderDays == 0) {
            return new DatePollTimes(first, closes, closes);
        }
        LocalDate closingDay = CopenhagenTime.dayOf(closes);
        Instant last = FriendlyHours.next(CopenhagenTime.at(closingDay.minusDays(lastReminderDays), NOON));
        if (!last.isBefore(closes)) {
            last = FriendlyHours.lastBefore(closes);
        }
        boolean isAnother = last.isAfter(now) && (last.isAfter(first) || first.equals(closes));
        return new DatePollTimes(first, isAnother ? last : closes, closes);
    }
}
