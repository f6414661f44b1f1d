package dk.klyngeflow.followup;

import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingEvents;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.gatherings.WrapUps;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.mail.Recipient;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks the colleague who noted for the key points, and takes them. */
@Component
class KeyPoints {

    static final String PURPOSE = "key-points";

    private final Meetings meetings;
    private final WrapUps wrapUps;
    private final MeetingEvents events;
    private final Links links;
    private final Outbox outbox;
    private final Cases cases;
    private final AfterTimes times;

    KeyPoints(
            Meetings meetings,
            WrapUps wrapUps,
            MeetingEvents events,
            Links links,
            Outbox outbox,
            Cases cases,
            AfterTimes times) {
        this.meetings = meetings;
        this.wrapUps = wrapUps;
        this.events = events;
        this.links = links;
        this.outbox = outbox;
        this.cases = cases;
        this.times = times;
    }

    AfterTimes.OfKeyPoints ask(String clusterId, String meetingId) {
        AfterTimes.OfKeyPoints waits = times.keyPoints(clusterId);
        mail(meetings.get(clusterId, meetingId), PURPOSE, waits.lateAt());
        return waits;
    }

    void remind(String clusterId, String meetingId) {
        mail(
                meetings.get(clusterId, meetingId),
                "key-points-reminder",
                times.keyPoints(clusterId).lateAt());
    }

    /** @return false when the minutes are approved already */
    boolean give(String clusterId, String meetingId, String text) {
        Meeting meeting = meetings.lock(clusterId, meetingId);
        if (!wrapUps.keyPoints(clusterId, meetingId, text)) {
            return false;
        }
        events.add(clusterId, meetingId, MeetingEvents.Kind.KEY_POINTS, null, "");
        // nobody waits for them any longer when the coordinator has begun on the minutes: she finds them there all the
        // same
        cases.tell(MeetingWrapUp.KEY_POINTS_GIVEN, clusterId, meeting.businessKey() + MeetingWrapUp.PART, Map.of());
        return true;
    }

    private void mail(Meeting meeting, String purpose, Instant until) {
        String noteTaker = wrapUps.get(meeting).noteTaker();
        if (noteTaker == null) {
            return;
        }
        outbox.enqueue(Mail.of(
                        meeting.clusterId(),
                        purpose,
                        purpose + ":" + meeting.businessKey() + ":" + noteTaker + ":" + meeting.sequence(),
                        Recipient.person(noteTaker),
                        Map.of(
                                "topic",
                                meeting.title(),
                                "when",
                                meeting.when(),
                                "until",
                                DanishTime.WEEKDAY_WITHOUT_YEAR.format(CopenhagenTime.dayOf(until))),
                        meeting.businessKey() + MeetingWrapUp.PART)
                .withLink(links.of(meeting.clusterId(), PURPOSE, meeting.meetingId(), noteTaker)));
    }
}
