package dk.klyngeflow.engine;

import java.time.Instant;
import java.time.LocalTime;
import java.util.stream.Stream;

/** The hours at which a busy doctor may be reminded: at lunch and in the evening of a working day, never on a holiday. */
public final class FriendlyHours {

    private static final LocalTime LUNCH = LocalTime.of(12, 10);
    private static final LocalTime EVENING = LocalTime.of(19, 30);

    private FriendlyHours() {}

    /** The first such hour that is not before the moment. */
    public static Instant next(Instant from) {
        return Stream.iterate(CopenhagenTime.dayOf(from), day -> day.plusDays(1))
                .filter(WorkingDays::isWorkingDay)
                .flatMap(day -> Stream.of(CopenhagenTime.at(day, LUNCH), CopenhagenTime.at(day, EVENING)))
                .filter(hour -> !hour.isBefore(from))
                .findFirst()
                .orElseThrow();
    }

    /** The last such hour before the moment. */
    public static Instant lastBefore(Instant until) {
        return Stream.iterate(CopenhagenTime.dayOf(until), day -> day.minusDays(1))
                .filter(WorkingDays::isWorkingDay)
                .flatMap(day -> Stream.of(CopenhagenTime.at(day, EVENING), CopenhagenTime.at(day, LUNCH)))
                .filter(hour -> hour.isBefore(until))
                .findFirst()
                .orElseThrow();
    }
}
