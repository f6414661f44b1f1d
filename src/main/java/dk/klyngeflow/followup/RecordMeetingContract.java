package dk.klyngeflow.followup;

import dk.klyngeflow.actions.ActionItems;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingEvents;
import dk.klyngeflow.gatherings.MeetingPeople;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.gatherings.WrapUps;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Who came, what was agreed and who noted the key points. Names and texts stay in our own tables. */
@Component
class RecordMeetingContract implements FormContract {

    private static final Set<String> FIELDS = Set.of("attended", "noteTaker", ItemRows.FIELD);

    private final Meetings meetings;
    private final MeetingPeople invited;
    private final WrapUps wrapUps;
    private final ActionItems items;
    private final ItemRows rows;
    private final MeetingEvents events;

    RecordMeetingContract(
            Meetings meetings,
            MeetingPeople invited,
            WrapUps wrapUps,
            ActionItems items,
            ItemRows rows,
            MeetingEvents events) {
        this.meetings = meetings;
        this.invited = invited;
        this.wrapUps = wrapUps;
        this.items = items;
        this.rows = rows;
        this.events = events;
    }

    @Override
    public String task() {
        return "recordMeeting";
    }

    @Override
    public void check(Answer answer) {
        FormFields fields = FormFields.of(answer.sent(), FIELDS);
        Set<String> listed = invited.of(meeting(answer)).stream()
                .map(MeetingPeople.Invited::personId)
                .collect(Collectors.toSet());
        List<String> came = came(fields);
        if (came.isEmpty()) {
            fields.wrong("Kryds af, hvem der kom.");
        }
        if (!listed.containsAll(came)) {
            fields.wrong("En af dem, der er krydset af, er ikke længere i klyngen. Genindlæs siden.");
        }
        String noteTaker = fields.text("noteTaker", "Den, der noterede");
        if (!noteTaker.isEmpty() && !came.contains(noteTaker)) {
            fields.wrong("Den, der noterede, skal være en af dem, der kom.");
        }
        rows.read(fields, answer.clusterId());
        fields.refuseIfWrong();
    }

    @Override
    public Map<String, Object> accept(Answer answer) {
        FormFields fields = FormFields.of(answer.sent(), FIELDS);
        Meeting meeting = meeting(answer);
        String noteTaker = fields.text("noteTaker", "Den, der noterede");
        // she may have written them the same evening: then nobody needs to wait
        boolean hasNoted = wrapUps.get(meeting).keyPointsAt() != null;
        invited.attended(meeting, came(fields));
        items.replace(meeting, rows.read(fields, answer.clusterId()));
        wrapUps.recorded(meeting, noteTaker.isEmpty() ? null : noteTaker, answer.personId());
        events.add(
                meeting.clusterId(), meeting.meetingId(), MeetingEvents.Kind.RECORDED, answer.personId(), "");
        return Map.of(MeetingWrapUpVariables.IS_SOMEBODY_NOTING.name(), !noteTaker.isEmpty() && !hasNoted);
    }

    private static List<String> came(FormFields fields) {
        return Arrays.stream(fields.text("attended", "Fremmødet").split(","))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
    }

    private Meeting meeting(Answer answer) {
        return meetings.get(answer.clusterId(), MeetingWrapUpVariables.MEETING_ID.in(answer.known()));
    }
}
