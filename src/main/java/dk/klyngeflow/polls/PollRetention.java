package dk.klyngeflow.polls;

import dk.klyngeflow.engine.Forgets;
import java.time.Instant;
import java.time.Period;
import org.springframework.stereotype.Component;

/** Nobody needs it any longer when the last date of a poll has been. */
@Component
class PollRetention implements Forgets {

    private final DatePolls polls;

    PollRetention(DatePolls polls) {
        this.polls = polls;
    }

    @Override
    public String what() {
        return "Hvem der blev spurgt om mødedatoer, og hvad de svarede";
    }

    @Override
    public Period after() {
        return Period.ofMonths(3);
    }

    @Override
    public int forget(Instant before) {
        return polls.forget(before);
    }
}
