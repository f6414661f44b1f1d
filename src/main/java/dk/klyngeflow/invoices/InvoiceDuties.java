package dk.klyngeflow.invoices;

import dk.klyngeflow.members.Duty;
import dk.klyngeflow.members.DutyCatalog;
import dk.klyngeflow.security.Role;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The duties of the invoices. */
@Component
@Order(6)
class InvoiceDuties implements DutyCatalog {

    static final Duty CHECK_INVOICE = Duty.of("checkInvoice", "Kontrollere og kontere fakturaer", Role.SECRETARY);
    static final Duty APPROVE_AS_COORDINATOR =
            Duty.of("approveAsCoordinator", "Godkende fakturaer for koordinatoren", Role.COORDINATOR);
    static final Duty APPROVE_AS_BOARD = Duty.of("approveAsBoard", "Godkende fakturaer for bestyrelsen", Role.BOARD);
    static final Duty RECORD_MEMBERS_DECISION =
            Duty.of("recordMembersDecision", "Notere medlemmernes beslutning", Role.COORDINATOR);
    static final Duty CONFIRM_PAYMENT = Duty.of("confirmPayment", "Betale og bekræfte betalinger", Role.BOARD)
            .treasurerBeforeBoard();
    static final Duty SETTLE_CREDIT = Duty.of("settleCredit", "Få penge tilbage fra leverandører", Role.SECRETARY);
    static final Duty AWAIT_ANSWER = Duty.of("awaitAnswer", "Følge op på spørgsmål til afsendere", Role.SECRETARY);
    static final Duty LOOK_AT_FILE = Duty.of("lookAtFile", "Se på filer, der ikke kunne læses", Role.SECRETARY);

    @Override
    public List<Duty> duties() {
        return List.of(
                CHECK_INVOICE,
                APPROVE_AS_COORDINATOR,
                APPROVE_AS_BOARD,
                RECORD_MEMBERS_DECISION,
                CONFIRM_PAYMENT,
                SETTLE_CREDIT,
                AWAIT_ANSWER,
                LOOK_AT_FILE);
    }
}
