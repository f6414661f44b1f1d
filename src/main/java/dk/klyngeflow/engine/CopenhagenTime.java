package dk.klyngeflow.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/**
 * The time that people live by. An hour that the clock skips in spring is moved to the next one that exists, an hour that comes twice
 * in autumn is the first of the two ({@link java.time.ZonedDateTime#of}).
 */
@Component
public class CopenhagenTime {

    public static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");

    private final Clock clock;

    CopenhagenTime(Clock clock) {
        this.clock = clock;
    }

    public Instant now() {
        return clock.instant();
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }

    public static Instant at(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(ZONE).toInstant();
    }

    public static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }
}
