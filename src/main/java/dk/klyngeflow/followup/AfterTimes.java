package dk.klyngeflow.followup;

import dk.klyngeflow.actions.ActionItem;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FriendlyHours;
import dk.klyngeflow.engine.WorkingDays;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.members.ClusterSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.stereotype.Component;

/** When people must have acted after a meeting: instants computed from Danish days and hours. */
@Component
class AfterTimes {

    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime NOON = LocalTime.NOON;
    private static final LocalTime AFTERNOON = LocalTime.of(16, 0);
    private static final int LAST_MONTH = 13;

    private final ClusterSettings settings;
    private final CopenhagenTime time;

    AfterTimes(ClusterSettings settings, CopenhagenTime time) {
        this.settings = settings;
        this.time = time;
    }

    /** @param dueAt when a task should be done; @param escalateAt when others are asked too */
    record OfTask(Instant dueAt, Instant escalateAt) {}

    /** @param remindAt when the colleague is reminded; @param lateAt when nobody waits for her any longer */
    record OfKeyPoints(Instant remindAt, Instant lateAt) {}

    /** @param reMeasureAt when the topic is measured again; @param closesAt when the meeting is let go at the latest */
    record OfFollowUp(Instant reMeasureAt, Instant closesAt) {}

    /** Of a task that is opened now. */
    OfTask task(String clusterId) {
        LocalDate today = time.today();
        LocalDate due = WorkingDays.after(today.plusDays(settings.get(clusterId, AfterMeetingSettings.TASK_DAYS)), 0);
        LocalDate escalate = today.plusDays(Math.max(1, settings.get(clusterId, AfterMeetingSettings.ESCALATE_DAYS)));
        return new OfTask(
                CopenhagenTime.at(due, AFTERNOON),
                CopenhagenTime.at(WorkingDays.after(due.isBefore(escalate) ? escalate : due.plusDays(1), 0), MORNING));
    }

    /** Of key points that are asked for now. */
    OfKeyPoints keyPoints(String clusterId) {
        int days = Math.max(1, settings.get(clusterId, AfterMeetingSettings.KEY_POINTS_DAYS));
        LocalDate last = time.today().plusDays(days);
        return new OfKeyPoints(
                FriendlyHours.next(CopenhagenTime.at(last.minusDays(1), NOON)), CopenhagenTime.at(last, AFTERNOON));
    }

    OfFollowUp followUp(Meeting meeting) {
        int months = settings.get(meeting.clusterId(), AfterMeetingSettings.RE_MEASURE_MONTHS);
        LocalDate again = WorkingDays.after(meeting.day().plusMonths(Math.max(1, Math.min(months, LAST_MONTH - 1))), 0);
        return new OfFollowUp(CopenhagenTime.at(again, MORNING), closes(meeting));
    }

    Instant closes(Meeting meeting) {
        return CopenhagenTime.at(meeting.day().plusMonths(LAST_MONTH), MORNING);
    }

    /** When the owner is to be reminded next: on the day it is due, then at intervals, and never at an odd hour. */
    Instant reminder(ActionItem item) {
        Instant noon = CopenhagenTime.at(reminderDay(item), NOON);
        return FriendlyHours.next(noon.isBefore(time.now()) ? time.now() : noon);
    }

    /** True when the hour has come, or has passed while nobody looked. */
    boolean isReminderDue(ActionItem item) {
        return !CopenhagenTime.at(reminderDay(item), NOON).isAfter(time.now());
    }

    private LocalDate reminderDay(ActionItem item) {
        Instant remindedAt = item.remindedAt();
        if (item.reminded() == 0 || remindedAt == null) {
            return item.dueDay();
        }
        int days = settings.get(item.clusterId(), AfterMeetingSettings.ITEM_REMINDER_DAYS);
        return CopenhagenTime.dayOf(remindedAt).plusDays(Math.max(1, days));
    }
}
