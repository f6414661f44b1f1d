package dk.klyngeflow.year;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Moments;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingStart;
import dk.klyngeflow.gatherings.MeetingStatus;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.localmodel.Choices;
import dk.klyngeflow.localmodel.LocalModels;
import dk.klyngeflow.localmodel.ModelVersion;
import dk.klyngeflow.localmodel.Question;
import dk.klyngeflow.members.CoordinatorPosts;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the meeting of an item: whoever has planned one around that time by hand has begun it, else one begins. */
@Component
class YearMeetings {

    /** Around the planned day, so that the members have days to choose from. */
    private static final int DAYS_BEFORE = 7;

    private static final int DAYS_AFTER = 10;
    /** Sooner no meeting can be called. */
    private static final int SOONEST_DAYS = 28;

    private static final int DAYS_OF_A_YEAR = 365;
    private static final String NOBODY = "system";

    private final YearPlan plan;
    private final Meetings meetings;
    private final MeetingStart starts;
    private final LocalModels models;
    private final CoordinatorPosts coordinators;
    private final CopenhagenTime time;

    YearMeetings(
            YearPlan plan,
            Meetings meetings,
            MeetingStart starts,
            LocalModels models,
            CoordinatorPosts coordinators,
            CopenhagenTime time) {
        this.plan = plan;
        this.meetings = meetings;
        this.starts = starts;
        this.models = models;
        this.coordinators = coordinators;
        this.time = time;
    }

    Meeting around(YearItem item) {
        return planned(item).orElseGet(() -> begin(item));
    }

    /** One that somebody has planned, and that no other item has. */
    Optional<Meeting> planned(YearItem item) {
        List<String> taken = plan.references(item.clusterId());
        long reach = reach(item.clusterId());
        return meetings.all(item.clusterId()).stream()
                .filter(each -> each.status() != MeetingStatus.CANCELLED && !taken.contains(each.meetingId()))
                .filter(each -> distance(item, each) <= reach)
                .min(Comparator.comparingLong(each -> distance(item, each)));
    }

    boolean isCancelled(YearItem item) {
        return Optional.ofNullable(item.progress().reference())
                .flatMap(id -> meetings.find(item.clusterId(), id))
                .filter(meeting -> meeting.status() == MeetingStatus.CANCELLED)
                .isPresent();
    }

    private Meeting begin(YearItem item) {
        LocalDate earliest =
                Moments.later(item.dueOn().minusDays(DAYS_BEFORE), time.today().plusDays(SOONEST_DAYS));
        LocalDate latest = Moments.later(item.dueOn().plusDays(DAYS_AFTER), earliest.plusDays(DAYS_AFTER));
        return starts.begin(
                item.clusterId(),
                earliest,
                latest,
                coordinators.now(item.clusterId()).orElse(NOBODY));
    }

    /** Half of what lies between two meetings of a year. */
    private long reach(String clusterId) {
        int number = models.inForce(clusterId)
                .map(ModelVersion::choices)
                .orElse(Choices.NONE)
                .orUsual()
                .one(Question.MEETINGS)
                .map(Integer::valueOf)
                .orElse(1);
        return DAYS_OF_A_YEAR / (2L * Math.max(1, number));
    }

    private static long distance(YearItem item, Meeting meeting) {
        return Math.abs(ChronoUnit.DAYS.between(item.dueOn(), about(meeting)));
    }

    /** Its day, or the middle of the days that it may be on. */
    private static LocalDate about(Meeting meeting) {
        return meeting.startsAt() == null
                ? meeting.earliestDay()
                        .plusDays(ChronoUnit.DAYS.between(meeting.earliestDay(), meeting.latestDay()) / 2)
                : meeting.day();
    }
}
