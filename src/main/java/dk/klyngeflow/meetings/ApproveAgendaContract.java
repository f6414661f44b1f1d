package dk.klyngeflow.meetings;

import dk.klyngeflow.bookings.Bookings;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormContract.Answer;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingPeople;
import dk.klyngeflow.gatherings.Meetings;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The agenda as it goes out. */
@Component
class ApproveAgendaContract implements FormContract<ApproveAgendaContract.Form> {

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

    record Form(String agenda, String place, String noteTaker) {}

    @Override
    public String task() {
        return "approveAgenda";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        String agenda = fields.requiredParagraphs("agenda", "Dagsordenen");
        String place = fields.text("place", "Stedet");
        if (place.length() > LONGEST_PLACE) {
            fields.wrong("Stedet må højst fylde " + LONGEST_PLACE + " tegn.");
        }
        String noteTaker = fields.text("noteTaker", "Den, der noterer");
        if (!noteTaker.isEmpty() && people.find(meeting(answer), noteTaker).isEmpty()) {
            fields.wrong("Den, der skal notere, er ikke længere i klyngen. Vælg en anden.");
        }
        return new Form(agenda, place, noteTaker);
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        Meeting meeting = meeting(answer);
        agendas.approve(meeting, form.agenda(), answer.personId());
        agendas.noteTaker(meeting, form.noteTaker());
        if (!form.place().isEmpty() && !form.place().equals(meeting.place())) {
            meetings.place(meeting.clusterId(), meeting.meetingId(), form.place());
            bookings.place(meeting.clusterId(), meeting.businessKey(), form.place());
        }
        return Map.of();
    }

    private Meeting meeting(Answer answer) {
        return meetings.get(answer.clusterId(), MeetingCycleVariables.MEETING_ID.in(answer.known()));
    }
}
