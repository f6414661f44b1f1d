package dk.klyngeflow.meetings;

import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingStart;
import dk.klyngeflow.gatherings.Meetings;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Meetings that the cluster's year has planned; the members are asked for topics as the cluster has decided. */
@Component
class PlannedMeetings implements MeetingStart {

    private final MeetingPlanning planning;
    private final Meetings meetings;

    PlannedMeetings(MeetingPlanning planning, Meetings meetings) {
        this.planning = planning;
        this.meetings = meetings;
    }

    @Override
    public Meeting begin(String clusterId, LocalDate earliest, LocalDate latest, String by) {
        String key = planning.start(clusterId, earliest, latest, true, by);
        return meetings.byKey(clusterId, key).orElseThrow();
    }
}
