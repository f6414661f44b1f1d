package dk.klyngeflow.meetings;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days as Danes write them in a sentence. */
final class DanishDays {

    private static final Locale DANISH = Locale.forLanguageTag("da");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d. MMMM yyyy", DANISH);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE 'den' d. MMMM", DANISH);

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
