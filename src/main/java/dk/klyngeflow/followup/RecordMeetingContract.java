package dk.klyngeflow.followup;

import dk.klyngeflow.actions.ActionItem;
import dk.klyngeflow.actions.ActionItems;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormContract.Answer;
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
class RecordMeetingContract implements FormContract<RecordMeetingContract.Form> {

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

    record Form(List<String> attended, String noteTaker, List<ActionItem.New> items) {}

    @Override
    public String task() {
        return "recordMeeting";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        Set<String> listed = invited.of(meeting(answer)).stream()
                .map(MeetingPeople.Invited::personId)
                .collect(Collectors.toSet());
        List<String> came = Arrays.stream(fields.text("attended", "Fremmødet").split(","))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .distinct()
                .toList();
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
        return new Form(came, noteTaker, rows.read(fields, answer.clusterId()));
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        Meeting meeting = meeting(answer);
        boolean isNamed = !form.noteTaker().isEmpty();
        // she may have written them the same evening: then nobody needs to wait
        boolean hasNoted = wrapUps.get(meeting).keyPointsAt() != null;
        invited.attended(meeting, form.attended());
        items.replace(meeting, form.items());
        wrapUps.recorded(meeting, isNamed ? form.noteTaker() : null, answer.personId());
        events.add(
                meeting.clusterId(), meeting.meetingId(), MeetingEvents.Kind.RECORDED, answer.personId(), "");
        return Map.of(MeetingWrapUpVariables.IS_SOMEBODY_NOTING.name(), isNamed && !hasNoted);
    }

    private Meeting meeting(Answer answer) {
        return meetings.get(answer.clusterId(), MeetingWrapUpVariables.MEETING_ID.in(answer.known()));
    }
}
