package dk.klyngeflow.meetings;

import dk.klyngeflow.bookings.BookingKind;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.Meetings;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who speaks instead of the one whose topic it was: the one proposed or another of the list, somebody found by phone, or nobody. */
@Component
class ChooseSpeakerContract implements FormContract {

    private static final String ASK = "ASK";
    private static final Set<String> FIELDS = Set.of("decision", "supplierId");

    private final Meetings meetings;
    private final MeetingWishes wishes;
    private final BookingCases cases;

    ChooseSpeakerContract(Meetings meetings, MeetingWishes wishes, BookingCases cases) {
        this.meetings = meetings;
        this.wishes = wishes;
        this.cases = cases;
    }

    @Override
    public String task() {
        return "chooseSpeaker";
    }

    @Override
    public void check(Answer answer) {
        FormFields fields = FormFields.of(answer.sent(), FIELDS);
        if (decision(fields).equals(ASK)) {
            String chosen = fields.required("supplierId", "Oplægsholderen");
            if (!chosen.isEmpty()
                    && cases.candidates(meeting(answer), BookingKind.SPEAKER).stream()
                            .noneMatch(candidate -> candidate.supplierId().equals(chosen))) {
                fields.wrong("Den valgte kan ikke spørges længere. Vælg en anden.");
            }
        }
        fields.refuseIfWrong();
    }

    @Override
    public Map<String, Object> accept(Answer answer) {
        FormFields fields = FormFields.of(answer.sent(), FIELDS);
        String decision = decision(fields);
        if (decision.equals(ASK)) {
            wishes.set(meeting(answer), BookingKind.SPEAKER, fields.text("supplierId", "Oplægsholderen"));
        }
        return Map.of(
                BookingVariables.SPEAKER_CHOICE.name(),
                decision,
                BookingVariables.IS_NEXT_CHOSEN.name(),
                decision.equals(ASK));
    }

    private Meeting meeting(Answer answer) {
        return meetings.get(answer.clusterId(), BookingVariables.MEETING_ID.in(answer.known()));
    }

    private static String decision(FormFields fields) {
        return fields.choice("decision", Set.of(ASK, "PHONE", "WITHOUT"), "Vælg, hvem der skal spørges.");
    }
}
