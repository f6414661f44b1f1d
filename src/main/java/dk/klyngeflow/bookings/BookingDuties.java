package dk.klyngeflow.bookings;

import dk.klyngeflow.members.Duty;
import dk.klyngeflow.members.DutyCatalog;
import dk.klyngeflow.security.Role;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The duties of bookings. */
@Component
@Order(4)
class BookingDuties implements DutyCatalog {

    static final Duty PHONE_SUPPLIER = Duty.of("phoneSupplier", "Ringe til steder og oplægsholdere", Role.SECRETARY);

    @Override
    public List<Duty> duties() {
        return List.of(PHONE_SUPPLIER);
    }
}
