package dk.klyngeflow.invitations;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.Meetings;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells the guests of a meeting when its place is found or changed after the invitation has gone. Changes that follow each other are told
 * as one, half an hour after the last; every node looks, and the first to write it down tells it.
 */
@Component
public class PlaceNews {

    static final Duration QUIET = Duration.ofMinutes(30);

    private final Meetings meetings;
    private final Invitations invitations;
    private final TransactionTemplate transaction;
    private final CopenhagenTime time;

    PlaceNews(Meetings meetings, Invitations invitations, TransactionTemplate transaction, CopenhagenTime time) {
        this.meetings = meetings;
        this.invitations = invitations;
        this.transaction = transaction;
        this.time = time;
    }

    @Scheduled(fixedDelay = 5, timeUnit = TimeUnit.MINUTES)
    public void tellPlaces() {
        Instant quietSince = time.now().minus(QUIET);
        for (Meeting meeting : meetings.placedSince(quietSince)) {
            transaction.executeWithoutResult(status -> tell(meeting, quietSince));
        }
    }

    private void tell(Meeting meeting, Instant quietSince) {
        if (meetings.tellPlace(meeting, quietSince)) {
            invitations.tellPlace(meetings.get(meeting.clusterId(), meeting.meetingId()));
        }
    }
}
