package dk.klyngeflow.year;

import dk.klyngeflow.members.Duty;
import dk.klyngeflow.members.DutyCatalog;
import dk.klyngeflow.security.Role;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The duties of the year. */
@Component
@Order(3)
class YearDuties implements DutyCatalog {

    static final Duty REVIEW_REGISTER =
            Duty.of("reviewRegister", "Gennemgå registret over praksis i januar", Role.SECRETARY);
    static final Duty SEND_QUESTIONNAIRE = Duty.of("sendQuestionnaire", "Sende KiAP's skema", Role.COORDINATOR);
    static final Duty APPROVE_BUDGET =
            Duty.of("approveBudget", "Godkende budgettet", Role.BOARD).chairBeforeBoard();
    static final Duty RENEW_CVR = Duty.of("renewCvr", "Forny CVR-registreringen", Role.COORDINATOR);

    @Override
    public List<Duty> duties() {
        return List.of(REVIEW_REGISTER, SEND_QUESTIONNAIRE, APPROVE_BUDGET, RENEW_CVR);
    }
}
