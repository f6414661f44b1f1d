package dk.klyngeflow.gatherings;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.links.CaseNow;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Tells whoever was asked about a meeting whether it still stands. */
@Component
public class MeetingNow implements CaseNow {

    private final Meetings meetings;
    private final CopenhagenTime time;

    MeetingNow(Meetings meetings, CopenhagenTime time) {
        this.meetings = meetings;
        this.time = time;
    }

    @Override
    public Optional<State> of(String clusterId, String caseKey) {
        return meetings.byKey(clusterId, keyOfMeeting(caseKey)).map(this::state);
    }

    @Override
    public Optional<State> hold(String clusterId, String caseKey) {
        return meetings.byKey(clusterId, keyOfMeeting(caseKey))
                .map(meeting -> state(meetings.lock(clusterId, meeting.meetingId())));
    }

    /** In one sentence; empty while the meeting is to come. */
    public String over(Meeting meeting) {
        if (meeting.status() == MeetingStatus.CANCELLED) {
            return "Mødet er aflyst. Du skal ikke gøre mere.";
        }
        boolean isToCome = meeting.status().canBeCancelled();
        if (isToCome && meeting.startsAt() != null && !time.now().isBefore(meeting.startsAt())) {
            return "Mødet er begyndt, så svaret kan ikke ændres mere.";
        }
        return isToCome ? "" : "Mødet er holdt. Du skal ikke gøre mere.";
    }

    private State state(Meeting meeting) {
        return new State(over(meeting), meeting.startsAt());
    }

    /** A part of a case has its key with something behind: nordklyngen/2027-01/dato. */
    private static String keyOfMeeting(String caseKey) {
        int year = caseKey.indexOf('/');
        int part = year < 0 ? -1 : caseKey.indexOf('/', year + 1);
        return part < 0 ? caseKey : caseKey.substring(0, part);
    }
}
