package dk.klyngeflow.invitations;

import dk.klyngeflow.calendar.CalendarEvent;
import dk.klyngeflow.calendar.CalendarFeed;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.gatherings.MeetingPeople;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.Clusters;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** The meetings in a member's own calendar: those she is asked to that have a date, from some months ago on. */
@Component
class MeetingFeed implements CalendarFeed {

    private static final Duration BACK = Duration.ofDays(180);
    private static final Duration AHEAD = Duration.ofDays(730);

    private final Meetings meetings;
    private final MeetingPeople people;
    private final Invitations invitations;
    private final Clusters clusters;
    private final CopenhagenTime time;

    MeetingFeed(
            Meetings meetings, MeetingPeople people, Invitations invitations, Clusters clusters, CopenhagenTime time) {
        this.meetings = meetings;
        this.people = people;
        this.invitations = invitations;
        this.clusters = clusters;
        this.time = time;
    }

    @Override
    public List<CalendarEvent> eventsOf(String clusterId, String personId) {
        Instant now = time.now();
        Cluster cluster = clusters.get(clusterId);
        return meetings.between(clusterId, now.minus(BACK), now.plus(AHEAD)).stream()
                .filter(meeting -> people.find(meeting, personId).isPresent())
                .map(meeting -> invitations.event(meeting, cluster))
                .toList();
    }
}
