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

    @Override
    public List<Duty> duties() {
        return List.of(HAND_OVER_DUTIES);
    }
}
