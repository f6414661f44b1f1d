package dk.klyngeflow.meetings;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.security.Refused;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Too few come: hold the meeting, move it or cancel it. */
@Component
class DecideOnMeetingContract implements FormContract {

    private static final Set<String> FIELDS = Set.of("decision", "day", "hour", "reason");

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

    @Override
    public String task() {
        return "decideOnMeeting";
    }

    @Override
    public void check(Answer answer) {
        FormFields fields = FormFields.of(answer.sent(), FIELDS);
        switch (decision(fields)) {
            case MeetingCycle.MOVE -> {
                fields.required("day", "Ny dato");
                fields.required("hour", "Klokkeslæt");
                Instant start = start(fields);
                reason(fields);
                if (start != null && !start.isAfter(time.now())) {
                    fields.wrong("Vælg et tidspunkt, der ikke er passeret.");
                } else if (start != null
                        && start.isAfter(time.now().plus(Duration.ofDays(ProposedDates.MOST_DAYS_AHEAD)))) {
                    fields.wrong("Mødet kan højst flyttes halvandet år frem.");
                }
            }
            case MeetingCycle.CANCEL -> reason(fields);
            default -> {}
        }
        fields.refuseIfWrong();
    }

    @Override
    public Map<String, Object> accept(Answer answer) {
        FormFields fields = FormFields.of(answer.sent(), FIELDS);
        String meetingId = MeetingCycleVariables.MEETING_ID.in(answer.known());
        String decision = decision(fields);
        try {
            Instant start = start(fields);
            if (decision.equals(MeetingCycle.MOVE) && start != null) {
                changes.decideToMove(
                        answer.clusterId(),
                        meetingId,
                        start,
                        fields.paragraphs("reason", "Begrundelsen"),
                        answer.personId());
            } else if (decision.equals(MeetingCycle.HOLD)) {
                replies.tellCaterer(meetings.lock(answer.clusterId(), meetingId));
            } else if (decision.equals(MeetingCycle.CANCEL)) {
                changes.decideToCancel(
                        answer.clusterId(), meetingId, fields.paragraphs("reason", "Begrundelsen"), answer.personId());
            }
        } catch (Refused refused) {
            throw new FormRefused(List.of(String.valueOf(refused.getMessage())));
        }
        return Map.of(MeetingCycleVariables.MEETING_DECISION.name(), decision);
    }

    private static void reason(FormFields fields) {
        if (fields.requiredParagraphs("reason", "Begrundelsen").length() > MeetingChanges.LONGEST_REASON) {
            fields.wrong("Begrundelsen må højst fylde 1.000 tegn.");
        }
    }

    private static String decision(FormFields fields) {
        return fields.choice(
                "decision",
                Set.of(MeetingCycle.HOLD, MeetingCycle.MOVE, MeetingCycle.CANCEL),
                "Vælg, om mødet skal holdes, flyttes eller aflyses.");
    }

    private static @Nullable Instant start(FormFields fields) {
        LocalDate day = fields.dayAhead("day", "Ny dato");
        LocalTime hour = Hours.read(fields, "hour");
        return day == null || hour == null ? null : CopenhagenTime.at(day, hour);
    }
}
