package dk.klyngeflow.assemblies;

import dk.klyngeflow.engine.Forgets;
import java.time.Instant;
import java.time.Period;
import org.springframework.stereotype.Component;

/** Who came and who voted for whom; what was decided stands in the minutes, which are kept as papers are. */
@Component
class EveningRetention implements Forgets {

    private final Evenings evenings;

    EveningRetention(Evenings evenings) {
        this.evenings = evenings;
    }

    @Override
    public String what() {
        return "Fremmøde, fuldmagter og stemmetal fra generalforsamlinger";
    }

    @Override
    public Period after() {
        return Period.ofYears(5);
    }

    @Override
    public int forget(Instant before) {
        return evenings.forget(before);
    }
}
