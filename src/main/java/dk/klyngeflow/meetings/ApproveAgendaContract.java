package dk.klyngeflow.meetings;

import dk.klyngeflow.bookings.Bookings;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormFields;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The agenda as it goes out. */
@Component
class ApproveAgendaContract implements FormContract {

    private static final Set<String> FIELDS = Set.of("agenda", "place");
    private static final int LONGEST_PLACE = 300;

    private final Agendas agendas;
    private final Meetings meetings;
    private final Bookings bookings;

    ApproveAgendaContract(Agendas agendas, Meetings meetings, Bookings bookings) {
        this.agendas = agendas;
        this.meetings = meetings;
        this.bookings = bookings;
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
        fields.refuseIfWrong();
    }

    @Override
    public Map<String, Object> accept(Answer answer) {
        FormFields fields = FormFields.of(answer.sent(), FIELDS);
        Meeting meeting = meetings.get(answer.clusterId(), MeetingCycleVariables.MEETING_ID.in(answer.known()));
        agendas.approve(meeting, fields.paragraphs("agenda", "Dagsordenen"), answer.personId());
        String place = fields.text("place", "Stedet");
        if (!place.isEmpty() && !place.equals(meeting.place())) {
            meetings.place(meeting.clusterId(), meeting.meetingId(), place);
            bookings.place(meeting.clusterId(), meeting.businessKey(), place);
        }
        return Map.of();
    }
}
