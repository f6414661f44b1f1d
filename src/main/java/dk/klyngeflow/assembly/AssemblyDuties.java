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

    @Override
    public List<Duty> duties() {
        return List.of(PREPARE_ASSEMBLY, CALL_ASSEMBLY);
    }
}
