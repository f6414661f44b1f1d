package dk.klyngeflow.meetings;

import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.pages.CaseAddress;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** From a task of a meeting, or of anything that runs for it, to the page of the meeting. */
@Component
class MeetingCaseAddress implements CaseAddress {

    private final Meetings meetings;

    MeetingCaseAddress(Meetings meetings) {
        this.meetings = meetings;
    }

    @Override
    public Optional<Page> of(String clusterId, String businessKey) {
        String key = MeetingFacts.ofMeeting(businessKey);
        return meetings.byKey(clusterId, key)
                .filter(meeting -> !meeting.isAssembly())
                .map(meeting -> new Page(
                        meeting.title().isBlank() ? "Se mødet" : "Se mødet: " + meeting.title(), "/moeder/" + key));
    }
}
