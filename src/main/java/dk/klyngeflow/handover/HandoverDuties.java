package dk.klyngeflow.handover;

import dk.klyngeflow.members.Duty;
import dk.klyngeflow.members.DutyCatalog;
import dk.klyngeflow.security.Role;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The duties of handing over. */
@Component
@Order(8)
class HandoverDuties implements DutyCatalog {

    static final Duty HAND_OVER_DUTIES =
            Duty.of("handOverDuties", "Overdrage opgaver", Role.COORDINATOR).thatStays();

    static final Duty HAND_OVER_POST = Duty.of("handOverPost", "Overdrage posten som koordinator", Role.COORDINATOR)
            .thatStays();
    static final Duty TAKE_OVER_POST = Duty.of("takeOverPost", "Tage imod posten som koordinator", Role.SUCCESSOR)
            .thatStays();
    static final Duty HELP_AS_SECRETARY =
            Duty.of("helpAsSecretary", "Hjælpe med overdragelsen som sekretær", Role.SECRETARY);
    static final Duty HELP_AS_BOARD = Duty.of("helpAsBoard", "Hjælpe med overdragelsen fra bestyrelsen", Role.BOARD)
            .chairBeforeBoard();
    static final Duty DECIDE_ON_HANDOVER = Duty.of(
                    "decideOnHandover", "Afgøre en overdragelse, der ikke bliver bekræftet", Role.BOARD)
            .chairBeforeBoard()
            .thatStays();
    static final Duty FINISH_CHECKLIST =
            Duty.of("finishChecklist", "Gøre listen efter overdragelsen færdig", Role.COORDINATOR);

    @Override
    public List<Duty> duties() {
        return List.of(
                HAND_OVER_DUTIES,
                HAND_OVER_POST,
                TAKE_OVER_POST,
                HELP_AS_SECRETARY,
                HELP_AS_BOARD,
                DECIDE_ON_HANDOVER,
                FINISH_CHECKLIST);
    }
}
