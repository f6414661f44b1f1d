package dk.klyngeflow.followup;

import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.members.ClusterSettings;
import org.springframework.stereotype.Component;

/** Finds those whom somebody should call. */
@Component
class SilentMembers {

    private final Meetings meetings;
    private final MemberCare care;
    private final ClusterSettings settings;
    private final AfterTimes times;

    SilentMembers(Meetings meetings, MemberCare care, ClusterSettings settings, AfterTimes times) {
        this.meetings = meetings;
        this.care = care;
        this.settings = settings;
        this.times = times;
    }

    record Found(boolean anybody, AfterTimes.OfTask task) {}

    Found find(String clusterId, String meetingId) {
        Meeting meeting = meetings.get(clusterId, meetingId);
        int inARow = settings.forCaseOf(clusterId, AfterMeetingSettings.SILENT_MEETINGS, meeting.begunOn());
        boolean anybody = inARow > 0 && care.find(meeting, inARow) > 0;
        return new Found(anybody, times.task(clusterId));
    }
}
