package dk.klyngeflow.handover;

import dk.klyngeflow.engine.Forgets;
import java.time.Instant;
import java.time.Period;
import org.springframework.stereotype.Component;

/** What the parting coordinator wrote to her successor, and who ticked what; the note of the handover is a paper with a day of its own. */
@Component
class HandoverRetention implements Forgets {

    private final Handovers handovers;

    HandoverRetention(Handovers handovers) {
        this.handovers = handovers;
    }

    @Override
    public String what() {
        return "Hvad koordinatorer skrev til hinanden ved en overdragelse";
    }

    @Override
    public Period after() {
        return Period.ofYears(1);
    }

    @Override
    public int forget(Instant before) {
        return handovers.forget(before);
    }
}
