package dk.klyngeflow.handover;

import dk.klyngeflow.engine.Forgets;
import java.time.Instant;
import java.time.Period;
import org.springframework.stereotype.Component;

/** Why somebody was away is nobody's business for ever; who was coordinator on which day is what the posts say. */
@Component
class LeaveRetention implements Forgets {

    private final CoordinatorLeaves leaves;

    LeaveRetention(CoordinatorLeaves leaves) {
        this.leaves = leaves;
    }

    @Override
    public String what() {
        return "Koordinatorers orlov, efter at den er slut";
    }

    @Override
    public Period after() {
        return Period.ofYears(1);
    }

    @Override
    public int forget(Instant before) {
        return leaves.forget(before);
    }
}
