package dk.klyngeflow.followup;

import dk.klyngeflow.actions.ActionItem;
import dk.klyngeflow.actions.ActionItems;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingPeople;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.gatherings.WrapUp;
import dk.klyngeflow.gatherings.WrapUps;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Role;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a meeting's page shows of the time after it; asked by {@code templates/followup/after.html}. */
@Component("afterMeeting")
class AfterMeeting {

    private final Meetings meetings;
    private final MeetingPeople invited;
    private final WrapUps wrapUps;
    private final ActionItems items;
    private final ReMeasures measures;
    private final CurrentPerson person;

    AfterMeeting(
            Meetings meetings,
            MeetingPeople invited,
            WrapUps wrapUps,
            ActionItems items,
            ReMeasures measures,
            CurrentPerson person) {
        this.meetings = meetings;
        this.invited = invited;
        this.wrapUps = wrapUps;
        this.items = items;
        this.measures = measures;
        this.person = person;
    }

    /**
     * @param isRecorded false while nobody has said who came
     * @param document for PLO
     */
    record Attendance(
            boolean isRecorded, List<String> came, int invited, @Nullable String document) {}

    /** @param document null until the minutes are approved */
    record Approved(List<String> keyPoints, @Nullable String document) {}

    /**
     * @param mayAnswer whether the reader may say for the owner that something is done
     * @param chart null when there are no figures
     */
    record View(
            Attendance attendance,
            Approved minutes,
            List<ActionItem> items,
            boolean mayAnswer,
            @Nullable ReMeasure measure,
            @Nullable BeforeAfter chart) {}

    /** Null when the meeting has not been held. The page has checked who may read it. */
    public @Nullable View of(String clusterId, String businessKey) {
        return meetings.byKey(clusterId, businessKey)
                .flatMap(meeting -> wrapUps.find(clusterId, meeting.meetingId()).map(wrapUp -> view(meeting, wrapUp)))
                .orElse(null);
    }

    private View view(Meeting meeting, WrapUp wrapUp) {
        List<MeetingPeople.Invited> all = invited.of(meeting);
        Optional<ReMeasure> measure = measures.find(meeting.clusterId(), meeting.meetingId());
        return new View(
                new Attendance(
                        wrapUp.recordedAt() != null,
                        all.stream()
                                .filter(guest -> Boolean.TRUE.equals(guest.attended()))
                                .map(MeetingPeople.Invited::name)
                                .toList(),
                        all.size(),
                        wrapUp.attendanceDocument()),
                new Approved(
                        wrapUp.isApproved()
                                ? wrapUp.keyPoints()
                                        .lines()
                                        .filter(line -> !line.isBlank())
                                        .toList()
                                : List.of(),
                        wrapUp.minutesDocument()),
                items.of(meeting),
                wrapUp.minutesDocument() != null
                        && person.hasRole(meeting.clusterId(), Role.COORDINATOR, Role.SECRETARY, Role.BOARD),
                measure.orElse(null),
                measure.flatMap(BeforeAfter::of).orElse(null));
    }
}
