package dk.klyngeflow.meetings;

import dk.klyngeflow.bookings.Bookings;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingPeople;
import dk.klyngeflow.gatherings.Meetings;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The agenda as it goes out. */
@Component
class ApproveAgendaContract implements FormContract {

    private static final Set<String> FIELDS = Set.of("agenda", "place", "noteTaker");
    private static final int LONGEST_PLACE = 300;

    private final Agendas agendas;
    private final Meetings meetings;
    private final Bookings bookings;
    private final MeetingPeople people;

    ApproveAgendaContract(Agendas agendas, Meetings meetings, Bookings bookings, MeetingPeople people) {
        this.agendas = agendas;
        this.meetings = meetings;
        this.bookings = bookings;
        this.people = people;
    }

    @Override
    public String task() {
        return "approveAgenda";
    }

    @Override
    public void check(Answer answer) {
        FormFields fields = FormFields.of(answer.sent(), FIELDS);
        fields.requiredParagraphs("agenda", "Dagsordenen");
        if (fields.text("place", "Stedet").length() > LONGEST_PLACE) {
            fields.wrong("Stedet må højst fylde " + LONGEST_PLACE + " tegn.");
        }
        String noteTaker = fields.text("noteTaker", "Den, der noterer");
        Meeting meeting = meetings.get(answer.clusterId(), MeetingCycleVariables.MEETING_ID.in(answer.known()));
        if (!noteTaker.isEmpty() && people.find(meeting, noteTaker).isEmpty()) {
            fields.wrong("Den, der skal notere, er ikke længere i klyngen. Vælg en anden.");
        }
        fields.refuseIfWrong();
    }

    @Override
    public Map<String, Object> accept(Answer answer) {
        FormFields fields = FormFields.of(answer.sent(), FIELDS);
        Meeting meeting = meetings.get(answer.clusterId(), MeetingCycleVariables.MEETING_ID.in(answer.known()));
        agendas.approve(meeting, fields.paragraphs("agenda", "Dagsordenen"), answer.personId());
        agendas.noteTaker(meeting, fields.text("noteTaker", "Den, der noterer"));
        String place = fields.text("place", "Stedet");
        if (!place.isEmpty() && !place.equals(meeting.place())) {
            meetings.place(meeting.clusterId(), meeting.meetingId(), place);
            bookings.place(meeting.clusterId(), meeting.businessKey(), place);
        }
        return Map.of();
    }
}
