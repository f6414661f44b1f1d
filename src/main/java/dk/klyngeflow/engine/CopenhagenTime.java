package dk.klyngeflow.engine;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.springframework.stereotype.Component;

/**
 * The time that people live by. An hour that the clock skips in spring is moved to the next one that exists, an hour that comes twice
 * in autumn is the first of the two ({@link java.time.ZonedDateTime#of}).
 */
@Component
public class CopenhagenTime {

    public static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");

    private static final DateTimeFormatter IN_WORDS = DanishTime.MOMENT;

    private static final DateTimeFormatter DAY_IN_WORDS = DanishTime.WEEKDAY_WITHOUT_YEAR;

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

    /** As in {@code tirsdag den 3. november 2026 kl. 16.30}. */
    public static String inWords(Instant instant) {
        return IN_WORDS.format(instant.atZone(ZONE));
    }

    /** As in {@code tirsdag den 3. november}, for what is so near that year and hour say nothing. */
    public static String dayInWords(Instant instant) {
        return DAY_IN_WORDS.format(instant.atZone(ZONE));
    }

    public static LocalDate dayOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }
}
