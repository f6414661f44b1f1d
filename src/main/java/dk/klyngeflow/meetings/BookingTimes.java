package dk.klyngeflow.meetings;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FriendlyHours;
import dk.klyngeflow.engine.Moments;
import dk.klyngeflow.engine.WorkingDays;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * When a supplier is reminded, and when somebody must phone.
 *
 * @param remindAt after {@code phoneAt} when there is no time for a reminder
 * @param phoneAt when the answer is overdue
 */
record BookingTimes(Instant remindAt, Instant phoneAt) {

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final LocalTime AFTERNOON = LocalTime.of(16, 0);
    private static final int DAYS_TO_FIND_ANOTHER = 7;
    private static final int DAYS_TO_PHONE = 1;
    private static final int DAYS_TO_ESCALATE = 3;
    private static final Duration TOO_SOON = Duration.ofHours(2);

    /**
     * Counted in working days from now; when the meeting is near, early enough to find another in the week before, but never before the next
     * working day.
     */
    static BookingTimes of(Instant now, Instant meeting, int remindDays, int phoneDays) {
        LocalDate today = CopenhagenTime.dayOf(now);
        Instant firstMorning = CopenhagenTime.at(WorkingDays.after(today, 1), MORNING);
        Instant lastMorning = CopenhagenTime.at(CopenhagenTime.dayOf(meeting).minusDays(DAYS_TO_FIND_ANOTHER), MORNING);
        LocalDate remindDay = WorkingDays.after(today, Math.max(1, remindDays));
        Instant wanted = CopenhagenTime.at(WorkingDays.after(remindDay, Math.max(1, phoneDays)), MORNING);
        Instant phone = Moments.later(firstMorning, Moments.earlier(wanted, lastMorning));
        Instant friendly = FriendlyHours.next(CopenhagenTime.at(remindDay, MORNING));
        Instant remind = friendly.isBefore(phone) ? friendly : FriendlyHours.lastBefore(phone);
        boolean isInTime = remind.isAfter(now.plus(TOO_SOON));
        return new BookingTimes(isInTime ? remind : phone.plus(Duration.ofDays(1)), phone);
    }

    /** When a task to phone should be done that is given now. */
    static Instant taskDueAt(Instant now) {
        return CopenhagenTime.at(WorkingDays.after(CopenhagenTime.dayOf(now), DAYS_TO_PHONE), AFTERNOON);
    }

    /** When the coordinator hears that nobody has phoned. */
    static Instant escalateAt(Instant now) {
        return CopenhagenTime.at(WorkingDays.after(CopenhagenTime.dayOf(now), DAYS_TO_ESCALATE), MORNING);
    }
}
