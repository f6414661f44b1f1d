package dk.klyngeflow.meetings;

import dk.klyngeflow.gatherings.Decisions;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingEvents;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.invitations.Fewest;
import dk.klyngeflow.invitations.Invitations;
import dk.klyngeflow.invitations.MeetingReplies;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Whether enough come: counted when answers close, and settled on the day before when nobody has decided. */
@Component
class EnoughReplies {

    /** @param decideBy when the coordinator must have decided, should they be too few */
    record Counted(boolean isEnough, Instant decideBy) {}

    private final Meetings meetings;
    private final MeetingEvents events;
    private final MeetingReplies replies;
    private final Fewest fewest;
    private final MeetingTimes times;
    private final Invitations invitations;
    private final Decisions decisions;

    EnoughReplies(
            Meetings meetings,
            MeetingEvents events,
            MeetingReplies replies,
            Fewest fewest,
            MeetingTimes times,
            Invitations invitations,
            Decisions decisions) {
        this.meetings = meetings;
        this.events = events;
        this.replies = replies;
        this.fewest = fewest;
        this.times = times;
        this.invitations = invitations;
        this.decisions = decisions;
    }

    /** Answers closed: the caterer hears the number, unless the coordinator must first decide whether the meeting is held at all. */
    Counted close(String clusterId, String meetingId) {
        Meeting meeting = meetings.get(clusterId, meetingId);
        int coming = replies.coming(meeting);
        boolean isEnough = coming >= fewest.of(meeting);
        if (isEnough) {
            replies.tellCaterer(meeting);
        }
        events.add(clusterId, meetingId, MeetingEvents.Kind.REPLIES_CLOSED, null, coming + " kommer");
        Instant due = times.taskDue(clusterId);
        Instant dayBefore = times.of(meeting).dayBeforeAt();
        return new Counted(isEnough, due.isBefore(dayBefore) ? due : dayBefore);
    }

    /**
     * The day before everybody is reminded. Where too few came and nobody has decided, the meeting is held with those: the caterer hears
     * the number, and whoever should have decided hears what has been decided.
     */
    void dayBefore(String clusterId, String meetingId) {
        Meeting meeting = meetings.lock(clusterId, meetingId);
        if (!meeting.isHeadcountTold()) {
            replies.tellCaterer(meeting);
            events.add(
                    clusterId, meetingId, MeetingEvents.Kind.HELD_WITH_FEW, null, replies.coming(meeting) + " kommer");
            decisions.tell(
                    meeting,
                    MeetingDuties.DECIDE_ON_MEETING,
                    "Der er få tilmeldte (" + replies.coming(meeting)
                            + "), og ingen har valgt at flytte eller aflyse mødet. Det holdes derfor som planlagt, og forplejningen har fået antallet.");
        }
        invitations.remindOfMeeting(clusterId, meetingId);
    }
}
