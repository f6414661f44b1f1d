package dk.klyngeflow.meetings;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.gatherings.FirstMeetingWished;
import java.time.LocalDate;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Proposes the first meeting of a new cluster: better to meet with the data one has than to wait for perfect data. */
@Component
class FirstMeetings {

    private static final int EARLIEST_WEEKS = 4;
    private static final int LATEST_WEEKS = 10;

    private final MeetingPlanning planning;
    private final CopenhagenTime time;

    FirstMeetings(MeetingPlanning planning, CopenhagenTime time) {
        this.planning = planning;
        this.time = time;
    }

    /** The members are not asked for topics first; the coordinator finds the task, and may cancel the meeting. */
    @EventListener
    void wished(FirstMeetingWished wished) {
        LocalDate today = time.today();
        planning.start(
                wished.clusterId(), today.plusWeeks(EARLIEST_WEEKS), today.plusWeeks(LATEST_WEEKS), false, wished.by());
    }
}
