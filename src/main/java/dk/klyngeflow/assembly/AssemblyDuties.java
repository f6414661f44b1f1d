package dk.klyngeflow.assembly;

import dk.klyngeflow.members.Duty;
import dk.klyngeflow.members.DutyCatalog;
import dk.klyngeflow.security.Role;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The duties of the annual accounts and of the general assembly. */
@Component
@Order(7)
class AssemblyDuties implements DutyCatalog {

    static final Duty PREPARE_ASSEMBLY =
            Duty.of("prepareAssembly", "Forberede generalforsamlingen og skrive referatet", Role.SECRETARY);
    static final Duty CALL_ASSEMBLY = Duty.of(
                    "callAssembly", "Fastsætte generalforsamlingen og udtale sig om forslagene", Role.BOARD)
            .chairBeforeBoard();

    static final Duty SETTLE_ASSOCIATION = Duty.of("settleAssociation", "Gøre en opløst forening op", Role.BOARD)
            .chairBeforeBoard();
    static final Duty CONFIRM_CLOSING = Duty.ofAdministrators("confirmClosing", "Bekræfte, at en opløst klynge lukkes");

    static final Duty GATHER_STATEMENTS = Duty.of("gatherStatements", "Hente kontoudtog i netbanken", Role.SECRETARY);
    static final Duty CLOSE_BOOKS = Duty.of("closeBooks", "Afstemme og aflægge årsregnskabet", Role.BOARD)
            .treasurerBeforeBoard();
    static final Duty AUDIT_ACCOUNTS =
            Duty.of("auditAccounts", "Revidere årsregnskabet", Role.AUDITOR).thatStays();
    static final Duty RECORD_DECISION =
            Duty.of("recordDecision", "Skrive, hvad generalforsamlingen besluttede om regnskabet", Role.SECRETARY);
    static final Duty REWORK_ACCOUNTS =
            Duty.of("reworkAccounts", "Rette et forkastet regnskab", Role.BOARD).chairBeforeBoard();

    @Override
    public List<Duty> duties() {
        return List.of(
                GATHER_STATEMENTS,
                CLOSE_BOOKS,
                AUDIT_ACCOUNTS,
                RECORD_DECISION,
                REWORK_ACCOUNTS,
                PREPARE_ASSEMBLY,
                CALL_ASSEMBLY,
                SETTLE_ASSOCIATION,
                CONFIRM_CLOSING);
    }
}
