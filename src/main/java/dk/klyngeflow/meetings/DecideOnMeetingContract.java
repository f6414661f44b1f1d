package dk.klyngeflow.meetings;

import dk.klyngeflow.dates.Hours;
import dk.klyngeflow.dates.ProposedDates;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormContract.Answer;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.invitations.MeetingReplies;
import dk.klyngeflow.security.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Too few come: hold the meeting, move it or cancel it. */
@Component
class DecideOnMeetingContract implements FormContract<DecideOnMeetingContract.Form> {

    private final MeetingChanges changes;
    private final MeetingReplies replies;
    private final Meetings meetings;
    private final CopenhagenTime time;

    DecideOnMeetingContract(MeetingChanges changes, MeetingReplies replies, Meetings meetings, CopenhagenTime time) {
        this.changes = changes;
        this.replies = replies;
        this.meetings = meetings;
        this.time = time;
    }

    record Form(
            String decision,
            @Nullable LocalDate day,
            @Nullable LocalTime hour,
            String reason) {

        @Nullable
        Instant start() {
            return day == null || hour == null ? null : CopenhagenTime.at(day, hour);
        }
    }

    @Override
    public String task() {
        return "decideOnMeeting";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        String decision = fields.choice(
                "decision",
                Set.of(MeetingCycle.HOLD, MeetingCycle.MOVE, MeetingCycle.CANCEL),
                "Vælg, om mødet skal holdes, flyttes eller aflyses.");
        return switch (decision) {
            case MeetingCycle.MOVE -> moved(decision, fields);
            case MeetingCycle.CANCEL -> new Form(decision, null, null, reason(fields));
            default -> new Form(decision, null, null, "");
        };
    }

    private Form moved(String decision, FormFields fields) {
        fields.required("day", "Ny dato");
        fields.required("hour", "Klokkeslæt");
        Form form = new Form(decision, fields.dayAhead("day", "Ny dato"), Hours.read(fields, "hour"), reason(fields));
        Instant start = form.start();
        if (start != null && !start.isAfter(time.now())) {
            fields.wrong("Vælg et tidspunkt, der ikke er passeret.");
        } else if (start != null && start.isAfter(time.now().plus(Duration.ofDays(ProposedDates.MOST_DAYS_AHEAD)))) {
            fields.wrong("Mødet kan højst flyttes halvandet år frem.");
        }
        return form;
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        String cluster = answer.clusterId();
        String meetingId = MeetingCycleVariables.MEETING_ID.in(answer.known());
        try {
            switch (form.decision()) {
                case MeetingCycle.MOVE ->
                    changes.decideToMove(
                            cluster, meetingId, Objects.requireNonNull(form.start()), form.reason(), answer.personId());
                case MeetingCycle.CANCEL ->
                    changes.decideToCancel(cluster, meetingId, form.reason(), answer.personId());
                default -> replies.tellCaterer(meetings.lock(cluster, meetingId));
            }
        } catch (Refused refused) {
            throw new FormRefused(List.of(String.valueOf(refused.getMessage())));
        }
        return Map.of(MeetingCycleVariables.MEETING_DECISION.name(), form.decision());
    }

    private static String reason(FormFields fields) {
        String reason = fields.requiredParagraphs("reason", "Begrundelsen");
        if (reason.length() > MeetingChanges.LONGEST_REASON) {
            fields.wrong("Begrundelsen må højst fylde 1.000 tegn.");
        }
        return reason;
    }
}
