package dk.klyngeflow.privacy;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.regex.Pattern;

/** What PostgreSQL writes, as people read it; what is no moment, day, yes or no stays as it is. */
final class OwnDataValues {

    private static final Pattern MOMENT =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(\\.\\d+)?[+-]\\d\\d");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d\\d-\\d\\d");
    private static final DateTimeFormatter POSTGRES = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .appendPattern("X")
            .toFormatter(Locale.ROOT);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("H.mm");

    private OwnDataValues() {}

    /** In Copenhagen's time. */
    static String danish(String value) {
        if (MOMENT.matcher(value).matches()) {
            var moment = OffsetDateTime.parse(value, POSTGRES).atZoneSameInstant(CopenhagenTime.ZONE);
            return DanishTime.DAY.format(moment) + " kl. " + HOUR.format(moment);
        }
        if (DAY.matcher(value).matches()) {
            return DanishTime.DAY.format(LocalDate.parse(value));
        }
        return switch (value) {
            case "t" -> "ja";
            case "f" -> "nej";
            default -> value;
        };
    }
}
