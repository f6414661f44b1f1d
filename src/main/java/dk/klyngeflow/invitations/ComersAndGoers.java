package dk.klyngeflow.invitations;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingPeople;
import dk.klyngeflow.gatherings.MeetingStatus;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.members.MemberJoined;
import dk.klyngeflow.members.MemberLeft;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Meetings to come, when people come and go: who is new is invited, and the caterer hears the number when somebody is not there. */
@Component
class ComersAndGoers {

    private final Meetings meetings;
    private final MeetingPeople people;
    private final Invitations invitations;
    private final MeetingReplies replies;
    private final CopenhagenTime time;

    ComersAndGoers(
            Meetings meetings,
            MeetingPeople people,
            Invitations invitations,
            MeetingReplies replies,
            CopenhagenTime time) {
        this.meetings = meetings;
        this.people = people;
        this.invitations = invitations;
        this.replies = replies;
        this.time = time;
    }

    /** A meeting that has no date yet asks her with everybody else when it has. */
    @EventListener
    void joined(MemberJoined joined) {
        invited(joined.clusterId()).forEach(meeting -> invitations.toNewcomer(meeting, joined.personId()));
    }

    /** Neither notes nor food are left to somebody who does not come. */
    @EventListener
    void left(MemberLeft left) {
        for (Meeting meeting : invited(left.clusterId())) {
            if (people.find(meeting, left.personId()).isEmpty()) {
                replies.tellLateCaterer(meeting);
                if (left.personId().equals(meetings.noteTaker(meeting).orElse(""))) {
                    meetings.noteTaker(meeting, null);
                }
            }
        }
    }

    private List<Meeting> invited(String clusterId) {
        return meetings.all(clusterId).stream()
                .filter(meeting -> meeting.status() == MeetingStatus.INVITED
                        && meeting.startsAt() != null
                        && meeting.start().isAfter(time.now()))
                .toList();
    }
}
