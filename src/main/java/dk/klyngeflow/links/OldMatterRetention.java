package dk.klyngeflow.links;

import dk.klyngeflow.engine.Forgets;
import java.time.Instant;
import java.time.Period;
import org.springframework.stereotype.Component;

/** Ends the links of matters long past and, at once, those of people who have left. */
@Component
class OldMatterRetention implements Forgets {

    private final Links links;

    OldMatterRetention(Links links) {
        this.links = links;
    }

    @Override
    public String what() {
        return "Åbne personlige link (straks, når et medlem holder op)";
    }

    @Override
    public Period after() {
        return Period.ofYears(1);
    }

    @Override
    public int forget(Instant before) {
        return links.endOutdated(before);
    }
}
