package dk.klyngeflow.meetings;

import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.topics.TopicBank;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Asks the members for topics before a meeting is planned. */
@Component
class TopicVotes {

    private final Meetings meetings;
    private final TopicBank topics;
    private final MeetingTimes times;

    TopicVotes(Meetings meetings, TopicBank topics, MeetingTimes times) {
        this.meetings = meetings;
        this.topics = topics;
        this.times = times;
    }

    /** @return when the coordinator should have chosen: as long after the vote as any task may take */
    Instant open(String clusterId, String meetingId, Instant closesAt) {
        topics.openVote(clusterId, meetings.get(clusterId, meetingId).businessKey(), closesAt);
        return times.taskDueAfter(clusterId, closesAt);
    }
}
