package dk.klyngeflow.recipes;

import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingStatus;
import dk.klyngeflow.gatherings.Meetings;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The topics a cluster is done with: it is known how they went, because they were looked at again or the follow-up is over. */
@Component
class ClosedTopics {

    private final Meetings meetings;
    private final ObjectProvider<TopicOutcome> outcomes;

    ClosedTopics(Meetings meetings, ObjectProvider<TopicOutcome> outcomes) {
        this.meetings = meetings;
        this.outcomes = outcomes;
    }

    boolean isClosed(Meeting meeting) {
        return !meeting.isAssembly()
                && !meeting.title().isBlank()
                && (meeting.status() == MeetingStatus.CLOSED
                        || (meeting.status() == MeetingStatus.MINUTED
                                && outcome(meeting).isPresent()));
    }

    List<Meeting> of(String clusterId) {
        return meetings.all(clusterId).stream().filter(this::isClosed).toList();
    }

    Optional<TopicOutcome.Seen> outcome(Meeting meeting) {
        return outcomes.stream().flatMap(each -> each.of(meeting).stream()).findFirst();
    }
}
