package dk.klyngeflow.gatherings;

import dk.klyngeflow.engine.Forgets;
import java.time.Instant;
import java.time.Period;
import org.springframework.stereotype.Component;

/** What guests said about food and to the coordinator goes with the answers to the dates. */
@Component
class RemarkRetention implements Forgets {

    private final Diets diets;

    RemarkRetention(Diets diets) {
        this.diets = diets;
    }

    @Override
    public String what() {
        return "Hvad mødedeltagere skrev om mad og til koordinator";
    }

    @Override
    public Period after() {
        return Period.ofMonths(3);
    }

    @Override
    public int forget(Instant before) {
        return diets.forget(before);
    }
}
