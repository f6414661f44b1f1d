package dk.klyngeflow.election;

import dk.klyngeflow.members.Duty;
import dk.klyngeflow.members.DutyCatalog;
import dk.klyngeflow.security.Role;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The duties of elections. Whoever may stand herself should not hold the vote, so the secretary does. */
@Component
@Order(2)
class ElectionDuties implements DutyCatalog {

    static final Duty FIND_CANDIDATES =
            Duty.of("findCandidates", "Finde en kandidat, når ingen stiller op", Role.BOARD);
    static final Duty SETTLE_REFUSAL =
            Duty.of("settleRefusal", "Afgøre, hvad der sker, når den valgte siger nej", Role.BOARD);
    static final Duty RUN_ELECTION = Duty.of("runElection", "Være valgleder", Role.SECRETARY);

    @Override
    public List<Duty> duties() {
        return List.of(FIND_CANDIDATES, SETTLE_REFUSAL, RUN_ELECTION);
    }
}
