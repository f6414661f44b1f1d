package dk.klyngeflow.followup;

import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingEvents;
import dk.klyngeflow.gatherings.MeetingPeople;
import dk.klyngeflow.gatherings.MeetingStatus;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.gatherings.WrapUp;
import dk.klyngeflow.gatherings.WrapUps;
import org.springframework.stereotype.Component;

/** Takes a meeting from one task of its wrap-up to the next and says how long each may take. */
@Component
class HeldMeetings {

    private final Meetings meetings;
    private final MeetingPeople invited;
    private final MeetingEvents events;
    private final WrapUps wrapUps;
    private final KeyPoints keyPoints;
    private final AfterTimes times;

    HeldMeetings(
            Meetings meetings,
            MeetingPeople invited,
            MeetingEvents events,
            WrapUps wrapUps,
            KeyPoints keyPoints,
            AfterTimes times) {
        this.meetings = meetings;
        this.invited = invited;
        this.events = events;
        this.wrapUps = wrapUps;
        this.keyPoints = keyPoints;
        this.times = times;
    }

    /** Who joined the cluster after the invitation is on the list as well; who was to note gets her link on the day. */
    AfterTimes.OfTask begin(String clusterId, String meetingId) {
        Meeting meeting = meetings.lock(clusterId, meetingId);
        invited.addMembers(meeting);
        wrapUps.open(meeting);
        meetings.noteTaker(meeting)
                .filter(person -> invited.find(meeting, person).isPresent())
                .ifPresent(person -> {
                    wrapUps.noteTaker(meeting, person);
                    keyPoints.ask(clusterId, meetingId);
                });
        meetings.status(clusterId, meetingId, MeetingStatus.HELD);
        events.add(clusterId, meetingId, MeetingEvents.Kind.HELD, null, "");
        return times.task(clusterId);
    }

    AfterTimes.OfTask draft(String clusterId, String meetingId) {
        WrapUp wrapUp = wrapUps.get(meetings.get(clusterId, meetingId));
        if (wrapUp.noteTaker() != null && wrapUp.keyPointsAt() == null) {
            events.add(clusterId, meetingId, MeetingEvents.Kind.KEY_POINTS_LATE, null, "");
        }
        return times.task(clusterId);
    }

    AfterTimes.OfTask openReMeasure(String clusterId, String meetingId) {
        events.add(clusterId, meetingId, MeetingEvents.Kind.RE_MEASURE_DUE, null, "");
        return times.task(clusterId);
    }
}
