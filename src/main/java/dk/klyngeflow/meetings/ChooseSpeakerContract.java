package dk.klyngeflow.meetings;

import dk.klyngeflow.bookings.BookingKind;
import dk.klyngeflow.bookings.MeetingWishes;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormContract.Answer;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.Meetings;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Who speaks instead of the one whose topic it was: the one proposed or another of the list, somebody found by phone, or nobody. */
@Component
class ChooseSpeakerContract implements FormContract<ChooseSpeakerContract.Form> {

    private static final String ASK = "ASK";

    private final Meetings meetings;
    private final MeetingWishes wishes;
    private final BookingCases cases;
    private final SpeakersOfContacts speakers;

    ChooseSpeakerContract(Meetings meetings, MeetingWishes wishes, BookingCases cases, SpeakersOfContacts speakers) {
        this.speakers = speakers;
        this.meetings = meetings;
        this.wishes = wishes;
        this.cases = cases;
    }

    record Form(String decision, String supplierId) {

        boolean isAsking() {
            return decision.equals(ASK);
        }
    }

    @Override
    public String task() {
        return "chooseSpeaker";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        Form form = new Form(
                fields.choice("decision", Set.of(ASK, "PHONE", "WITHOUT"), "Vælg, hvem der skal spørges."),
                fields.text("supplierId", "Oplægsholderen"));
        if (form.isAsking()) {
            String chosen = fields.required("supplierId", "Oplægsholderen");
            if (!chosen.isEmpty()
                    && !speakers.isOne(answer.clusterId(), chosen)
                    && cases.candidates(meeting(answer), BookingKind.SPEAKER).stream()
                            .noneMatch(candidate -> candidate.supplierId().equals(chosen))) {
                fields.wrong("Den valgte kan ikke spørges længere. Vælg en anden.");
            }
        }
        return form;
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        if (form.isAsking()) {
            wishes.set(meeting(answer), BookingKind.SPEAKER, speakers.onTheList(answer.clusterId(), form.supplierId()));
        }
        return Map.of(
                BookingVariables.SPEAKER_CHOICE.name(),
                form.decision(),
                BookingVariables.IS_NEXT_CHOSEN.name(),
                form.isAsking());
    }

    private Meeting meeting(Answer answer) {
        return meetings.get(answer.clusterId(), BookingVariables.MEETING_ID.in(answer.known()));
    }
}
