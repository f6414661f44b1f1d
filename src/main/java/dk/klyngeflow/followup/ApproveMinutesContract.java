package dk.klyngeflow.followup;

import dk.klyngeflow.actions.ActionItem;
import dk.klyngeflow.actions.ActionItems;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormContract.Answer;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingEvents;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.gatherings.WrapUp;
import dk.klyngeflow.gatherings.WrapUps;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The minutes as they are to be sent. */
@Component
class ApproveMinutesContract implements FormContract<ApproveMinutesContract.Form> {

    private final Meetings meetings;
    private final WrapUps wrapUps;
    private final ActionItems items;
    private final ItemRows rows;
    private final MeetingEvents events;

    ApproveMinutesContract(Meetings meetings, WrapUps wrapUps, ActionItems items, ItemRows rows, MeetingEvents events) {
        this.meetings = meetings;
        this.wrapUps = wrapUps;
        this.items = items;
        this.rows = rows;
        this.events = events;
    }

    record Form(String keyPoints, String keyPointsSeen, List<ActionItem.New> items) {}

    @Override
    public String task() {
        return "approveMinutes";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        WrapUp wrapUp = wrapUps.get(meeting(answer));
        String seen = fields.text("keyPointsSeen", "Det sete");
        if (wrapUp.keyPointsAt() != null && !seen.equals(wrapUp.keyPointsAt().toString())) {
            fields.wrong("Kollegaen har skrevet hovedpunkter, siden du åbnede opgaven. Genindlæs siden og se dem.");
        }
        return new Form(fields.paragraphs("keyPoints", "Hovedpunkterne"), seen, rows.read(fields, answer.clusterId()));
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        Meeting meeting = meeting(answer);
        items.replace(meeting, form.items());
        wrapUps.approved(meeting, form.keyPoints(), answer.personId());
        events.add(meeting.clusterId(), meeting.meetingId(), MeetingEvents.Kind.MINUTES_APPROVED, answer.personId(), "");
        return Map.of();
    }

    private Meeting meeting(Answer answer) {
        return meetings.get(answer.clusterId(), MeetingWrapUpVariables.MEETING_ID.in(answer.known()));
    }
}
