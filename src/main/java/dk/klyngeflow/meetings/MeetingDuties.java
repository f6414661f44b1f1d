package dk.klyngeflow.meetings;

import dk.klyngeflow.members.Duty;
import dk.klyngeflow.members.DutyCatalog;
import dk.klyngeflow.security.Role;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The duties of meetings. */
@Component
@Order(3)
class MeetingDuties implements DutyCatalog {

    static final Duty PLAN_MEETING = Duty.of("planMeeting", "Vælge emne og planlægge møder", Role.COORDINATOR);
    static final Duty CONFIRM_DATE = Duty.of("confirmDate", "Vælge mødets dato", Role.COORDINATOR);
    static final Duty APPROVE_AGENDA = Duty.of("approveAgenda", "Godkende dagsordenen", Role.COORDINATOR);
    static final Duty DECIDE_ON_MEETING =
            Duty.of("decideOnMeeting", "Afgøre, om et møde med få tilmeldte holdes", Role.COORDINATOR);
    static final Duty ORDER_DATA = Duty.of("orderData", "Bestille datapakken", Role.SECRETARY);
    static final Duty DECIDE_ON_DATA = Duty.of("decideOnData", "Afgøre, om et møde holdes uden data", Role.COORDINATOR);
    static final Duty CHOOSE_SPEAKER = Duty.of("chooseSpeaker", "Vælge en anden oplægsholder", Role.COORDINATOR);
    static final Duty RECEIVE_DATA = Duty.of("receiveData", "Lægge data ved mødet", Role.SECRETARY);
    static final Duty PUT_FIGURE_FILE_RIGHT =
            Duty.of("putFigureFileRight", "Rette filer med tal, der ikke kunne læses", Role.SECRETARY);

    @Override
    public List<Duty> duties() {
        return List.of(
                PLAN_MEETING,
                CONFIRM_DATE,
                APPROVE_AGENDA,
                DECIDE_ON_MEETING,
                ORDER_DATA,
                DECIDE_ON_DATA,
                CHOOSE_SPEAKER,
                RECEIVE_DATA,
                PUT_FIGURE_FILE_RIGHT);
    }
}
