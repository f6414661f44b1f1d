package dk.klyngeflow.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date with an hour as Danes write it: {@code ons 10/2 16.30}, {@code onsdag den 10. februar kl. 16}, {@code 10.2.27 16:30},
 * {@code 10/2 2027 16.30-18}. Without a year it is the next such day.
 *
 * @param start null when it cannot be read
 * @param problem in Danish, when it can be read and contradicts itself, or is at night; otherwise empty
 */
public record WrittenDate(@Nullable Instant start, String problem) {

    private static final Locale DANISH = Locale.forLanguageTag("da");

    /** A day, an hour and perhaps when it ends. */
    private static final Pattern LINE = Pattern.compile(
            "(?<date>.+?)(?:[\\s,]+|(?<=\\d)t)"
                    + "(?:kl(?:\\.|okken)?\\s*)?(?<hour>\\d{1,2})(?:[.:](?<minute>\\d\\d))?(?:\\s*(?:-|–|—|til)\\s*\\d{1,2}(?:[.:]\\d\\d)?)?\\.?");

    private static final WrittenDate UNREADABLE = new WrittenDate(null, "");

    public static WrittenDate read(String written, LocalDate today) {
        Matcher line = LINE.matcher(written.strip().toLowerCase(DANISH));
        if (!line.matches()) {
            return UNREADABLE;
        }
        WrittenDay read = WrittenDay.read(line.group("date"), today, true);
        LocalDate day = read.day();
        int hour = Integer.parseInt(line.group("hour"));
        int minute = line.group("minute") == null ? 0 : Integer.parseInt(line.group("minute"));
        if (day == null || hour > 23 || minute > 59) {
            return UNREADABLE;
        }
        LocalTime at = LocalTime.of(hour, minute);
        String problem = read.problem().isEmpty() ? Daytime.objectionTo(at).orElse("") : read.problem();
        return new WrittenDate(CopenhagenTime.at(day, at), problem);
    }
}
