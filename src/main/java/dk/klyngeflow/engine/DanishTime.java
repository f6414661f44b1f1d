package dk.klyngeflow.engine;

import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The one way in which days, hours and durations are written for people: points, never a colon, and no comma before the hour. */
public final class DanishTime {

    private static final Locale DANISH = Locale.forLanguageTag("da");

    /** As in {@code 03.11.2026 16.30}. */
    public static final DateTimeFormatter MOMENT_IN_FIGURES = DateTimeFormatter.ofPattern("dd.MM.yyyy HH.mm", DANISH);

    /** As in {@code tirsdag 03.11.2026 16.30}. */
    public static final DateTimeFormatter WEEKDAY_IN_FIGURES =
            DateTimeFormatter.ofPattern("EEEE dd.MM.yyyy HH.mm", DANISH);

    /** As in {@code 03.11.2026}. */
    public static final DateTimeFormatter DAY_IN_FIGURES = DateTimeFormatter.ofPattern("dd.MM.yyyy", DANISH);

    /** As in {@code tirsdag den 3. november 2026 kl. 16.30}. */
    public static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("EEEE 'den' d. MMMM yyyy 'kl.' HH.mm", DANISH);

    /** As in {@code tirsdag den 3. november 2026}. */
    public static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE 'den' d. MMMM yyyy", DANISH);

    /** As in {@code tirsdag den 3. november}. */
    public static final DateTimeFormatter WEEKDAY_WITHOUT_YEAR =
            DateTimeFormatter.ofPattern("EEEE 'den' d. MMMM", DANISH);

    /** As in {@code 3. november 2026}. */
    public static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d. MMMM yyyy", DANISH);

    /** As in {@code 3. november}. */
    public static final DateTimeFormatter DAY_WITHOUT_YEAR = DateTimeFormatter.ofPattern("d. MMMM", DANISH);

    /** As in {@code november 2026}. */
    public static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", DANISH);

    /** As in {@code 16.30}. */
    public static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH.mm", DANISH);

    /** As in {@code tirs. 3. nov. kl. 16.30}. */
    public static final DateTimeFormatter SHORT_MOMENT = DateTimeFormatter.ofPattern("EEE d. MMM 'kl.' HH.mm", DANISH);

    private static final int MINUTES_OF_AN_HOUR = 60;

    private DanishTime() {}

    /** As in {@code 2 timer}, {@code 1 time og 30 minutter} or {@code 45 minutter}. */
    public static String duration(int minutes) {
        int hours = minutes / MINUTES_OF_AN_HOUR;
        int rest = minutes % MINUTES_OF_AN_HOUR;
        String inHours = hours == 0 ? "" : hours + (hours == 1 ? " time" : " timer");
        String inMinutes = rest == 0 ? "" : rest + (rest == 1 ? " minut" : " minutter");
        return inHours + (hours > 0 && rest > 0 ? " og " : "") + inMinutes;
    }
}
