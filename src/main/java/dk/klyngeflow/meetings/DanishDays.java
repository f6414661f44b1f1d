package dk.klyngeflow.meetings;

import dk.klyngeflow.engine.DanishTime;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Days as Danes write them in a sentence. */
final class DanishDays {

    private static final DateTimeFormatter DAY = DanishTime.DAY;
    private static final DateTimeFormatter WEEKDAY = DanishTime.WEEKDAY_WITHOUT_YEAR;

    private DanishDays() {}

    /** As in {@code 3. november 2026}. */
    static String date(LocalDate day) {
        return DAY.format(day);
    }

    /** As in {@code tirsdag den 3. november}. */
    static String day(LocalDate day) {
        return WEEKDAY.format(day);
    }
}
