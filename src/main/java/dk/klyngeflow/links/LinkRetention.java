package dk.klyngeflow.links;

import dk.klyngeflow.engine.Forgets;
import java.time.Instant;
import java.time.Period;
import org.springframework.stereotype.Component;

/** Who was asked about what is personal data. */
@Component
class LinkRetention implements Forgets {

    private final Links links;

    LinkRetention(Links links) {
        this.links = links;
    }

    @Override
    public String what() {
        return "Lukkede personlige link";
    }

    @Override
    public Period after() {
        return Period.ofMonths(6);
    }

    @Override
    public int forget(Instant before) {
        return links.forget(before);
    }
}
