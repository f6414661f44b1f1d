package dk.klyngeflow.engine;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/**
 * For moments that the database itself must guard: what to add to its own clock. Nothing at all, however wrong this machine's clock may be;
 * only where time is moved by hand, how far it has been moved.
 */
@Component
public class DatabaseTime {

    private final Clock clock;

    DatabaseTime(Clock clock) {
        this.clock = clock;
    }

    /** For whoever has a clock at hand, such as a test of a clock that is wrong. */
    public static DatabaseTime of(Clock clock) {
        return new DatabaseTime(clock);
    }

    /** In microseconds, rounded up: what is over by the moved clock is over in the database too. */
    public long moved() {
        return clock instanceof MovedClock
                ? ChronoUnit.MICROS.between(Clock.systemUTC().instant(), clock.instant()) + 1
                : 0;
    }
}
