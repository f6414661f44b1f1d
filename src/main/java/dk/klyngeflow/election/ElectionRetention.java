package dk.klyngeflow.election;

import dk.klyngeflow.engine.Forgets;
import java.time.Instant;
import java.time.Period;
import org.springframework.stereotype.Component;

/** Who could nominate and who stood is nobody's business for ever; the protocol says who was elected. */
@Component
class ElectionRetention implements Forgets {

    private final Elections elections;

    ElectionRetention(Elections elections) {
        this.elections = elections;
    }

    @Override
    public String what() {
        return "Valglister og kandidater";
    }

    @Override
    public Period after() {
        return Period.ofMonths(3);
    }

    @Override
    public int forget(Instant before) {
        return elections.forget(before);
    }
}
