package dk.klyngeflow.founding;

import dk.klyngeflow.members.Duty;
import dk.klyngeflow.members.DutyCatalog;
import dk.klyngeflow.security.Role;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The duties of founding. */
@Component
@Order(1)
class FoundingDuties implements DutyCatalog {

    static final Duty SETTLE_LOCAL_MODEL =
            Duty.of("settleLocalModel", "Skrive og vedtage den lokale model", Role.COORDINATOR);

    @Override
    public List<Duty> duties() {
        return List.of(SETTLE_LOCAL_MODEL);
    }
}
