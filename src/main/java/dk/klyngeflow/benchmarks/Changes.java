package dk.klyngeflow.benchmarks;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingStatus;
import dk.klyngeflow.gatherings.Meetings;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the meeting that lay between two measurements. */
@Component
class Changes {

    private final MeetingMeasures placed;
    private final Meetings meetings;
    private final CopenhagenTime time;

    Changes(MeetingMeasures placed, Meetings meetings, CopenhagenTime time) {
        this.placed = placed;
        this.meetings = meetings;
        this.time = time;
    }

    /** Around the newest meeting that has figures on both sides. @param views of one measure, the newest last */
    Optional<MeasuredChange> of(String clusterId, List<Figures.View> views) {
        return placed.at(clusterId, views.get(0).measure().measureId()).stream()
                .flatMap(each -> meetings
                        .find(clusterId, each.meetingId())
                        .filter(this::isHeld)
                        .flatMap(meeting -> MeasurePeriod.of(each.period())
                                .flatMap(period -> MeasuredChange.since(views, period, meeting)))
                        .stream())
                .max(Comparator.comparing(MeasuredChange::meeting)
                        .thenComparing(change -> change.before().period().until()));
    }

    private boolean isHeld(Meeting meeting) {
        return meeting.startsAt() != null
                && meeting.startsAt().isBefore(time.now())
                && meeting.status() != MeetingStatus.CANCELLED;
    }
}
