package dk.klyngeflow.contact;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FriendlyHours;
import dk.klyngeflow.engine.WorkingDays;
import dk.klyngeflow.members.ClusterSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import org.springframework.stereotype.Component;

/** When somebody must have acted on an inquiry. */
@Component
class InquiryTimes {

    private static final LocalTime AFTERNOON = LocalTime.of(16, 0);
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime EVENING = LocalTime.of(20, 0);
    private static final int DAYS_TO_A_MEETING = 180;

    private final ClusterSettings settings;
    private final CopenhagenTime time;

    InquiryTimes(ClusterSettings settings, CopenhagenTime time) {
        this.settings = settings;
        this.time = time;
    }

    /** @param escalateAt when chair and secretary hear of it */
    record Due(Instant taskDueAt, Instant escalateAt) {}

    Due fromNow(String clusterId) {
        return new Due(
                CopenhagenTime.at(
                        WorkingDays.after(time.today(), settings.get(clusterId, InquirySettings.TASK_DAYS)), AFTERNOON),
                CopenhagenTime.at(
                        time.today().plusDays(settings.get(clusterId, InquirySettings.ESCALATE_DAYS)), MORNING));
    }

    LocalDate usualDelegateDay(String clusterId) {
        return time.today().plusDays(settings.get(clusterId, InquirySettings.DELEGATE_DAYS));
    }

    static Instant delegateUntil(LocalDate day) {
        return CopenhagenTime.at(day, EVENING);
    }

    /** Halfway, at an hour at which people read mail. */
    Instant remindDelegateAt(Instant until) {
        Instant now = time.now();
        Instant half = FriendlyHours.next(now.plus(Duration.between(now, until).dividedBy(2)));
        return half.isBefore(until) ? half : until;
    }

    /** Until then a meeting should have taken it up; else the coordinator looks at it again. */
    Instant discussedBy() {
        return CopenhagenTime.at(time.today().plusDays(DAYS_TO_A_MEETING), MORNING);
    }

    boolean isToCome(LocalDate day) {
        return !day.isBefore(time.today()) && delegateUntil(day).isAfter(time.now());
    }

    LocalDate today() {
        return time.today();
    }
}
