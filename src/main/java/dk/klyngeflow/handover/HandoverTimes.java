package dk.klyngeflow.handover;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FriendlyHours;
import dk.klyngeflow.engine.WorkingDays;
import dk.klyngeflow.members.ClusterSettings;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.stereotype.Component;

/** When what happens in a handover: instants computed from Danish days and hours. */
@Component
class HandoverTimes {

    private static final LocalTime MORNING = LocalTime.of(6, 0);
    private static final LocalTime DAY = LocalTime.of(8, 0);
    private static final LocalTime NOON = LocalTime.NOON;
    private static final LocalTime AFTERNOON = LocalTime.of(16, 0);

    private final ClusterSettings settings;
    private final CopenhagenTime time;

    HandoverTimes(ClusterSettings settings, CopenhagenTime time) {
        this.settings = settings;
        this.time = time;
    }

    /** @param remindAt who has not confirmed is reminded @param handoverAt the post moves @param decideAt the chair is asked */
    record OfDay(Instant remindAt, Instant handoverAt, Instant decideAt) {}

    /** @param dueAt when it should be done @param escalateAt when others are asked too */
    record OfTask(Instant dueAt, Instant escalateAt) {}

    /** @param remindAt when both are told that it ends soon @param returnAt when it ends */
    record OfLeave(Instant remindAt, Instant returnAt) {}

    /** A reminder never comes on the day it was agreed. */
    OfDay day(String clusterId, LocalDate day) {
        LocalDate tomorrow = time.today().plusDays(1);
        LocalDate remind = day.minusDays(settings.get(clusterId, HandoverSettings.REMIND_DAYS));
        LocalDate begins = day.isBefore(tomorrow) ? tomorrow : day;
        return new OfDay(
                FriendlyHours.next(CopenhagenTime.at(remind.isBefore(tomorrow) ? tomorrow : remind, NOON)),
                CopenhagenTime.at(day, MORNING),
                CopenhagenTime.at(begins.plusDays(settings.get(clusterId, HandoverSettings.GRACE_DAYS)), DAY));
    }

    /** Of a decision that is asked for now. */
    OfTask decision(String clusterId) {
        return task(time.today().plusDays(settings.get(clusterId, HandoverSettings.DECIDE_DAYS)));
    }

    /** Of what is left on the list. */
    OfTask rest(String clusterId) {
        return task(time.today().plusDays(settings.get(clusterId, HandoverSettings.FINISH_DAYS)));
    }

    private static OfTask task(LocalDate day) {
        LocalDate due = WorkingDays.after(day, 0);
        return new OfTask(CopenhagenTime.at(due, AFTERNOON), CopenhagenTime.at(WorkingDays.after(due, 1), DAY));
    }

    OfLeave leave(String clusterId, LocalDate until) {
        LocalDate tomorrow = time.today().plusDays(1);
        LocalDate remind = until.minusDays(settings.get(clusterId, HandoverSettings.RETURN_DAYS));
        return new OfLeave(
                FriendlyHours.next(CopenhagenTime.at(remind.isBefore(tomorrow) ? tomorrow : remind, NOON)),
                CopenhagenTime.at(until, MORNING));
    }
}
