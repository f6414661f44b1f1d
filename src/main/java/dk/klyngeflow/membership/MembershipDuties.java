package dk.klyngeflow.membership;

import dk.klyngeflow.members.Duty;
import dk.klyngeflow.members.DutyCatalog;
import dk.klyngeflow.security.Role;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The duties of joining and leaving. */
@Component
@Order(10)
class MembershipDuties implements DutyCatalog {

    static final Duty SETTLE_REQUEST =
            Duty.of("settleRequest", "Svare på ønsker om ind- og udmelding og egne oplysninger", Role.SECRETARY);

    @Override
    public List<Duty> duties() {
        return List.of(SETTLE_REQUEST);
    }
}
