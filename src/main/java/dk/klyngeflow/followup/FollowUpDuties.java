package dk.klyngeflow.followup;

import dk.klyngeflow.members.Duty;
import dk.klyngeflow.members.DutyCatalog;
import dk.klyngeflow.security.Role;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The duties of what follows a meeting. */
@Component
@Order(5)
class FollowUpDuties implements DutyCatalog {

    static final Duty RECORD_MEETING = Duty.of("recordMeeting", "Registrere fremmøde og aftaler", Role.COORDINATOR);
    static final Duty APPROVE_MINUTES = Duty.of("approveMinutes", "Godkende referatet", Role.COORDINATOR);
    static final Duty CARE_FOR_SILENT =
            Duty.of("careForSilent", "Ringe til medlemmer, der ikke svarer eller kommer", Role.COORDINATOR);
    static final Duty RE_MEASURE = Duty.of("reMeasure", "Måle på emnet igen", Role.COORDINATOR);

    @Override
    public List<Duty> duties() {
        return List.of(RECORD_MEETING, APPROVE_MINUTES, CARE_FOR_SILENT, RE_MEASURE);
    }
}
