package dk.klyngeflow.meetings;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A date with an hour as Danes write it: {@code ons 10/2 16.30}, {@code onsdag den 10. februar kl. 16}, {@code 10.2.27 16:30},
 * {@code 10/2 2027 16.30-18}. Without a year it is the next such day.
 *
 * @param start null when it cannot be read
 * @param problem in Danish, when it can be read and contradicts itself; otherwise empty
 */
record WrittenDate(@Nullable Instant start, String problem) {

    private static final Locale DANISH = Locale.forLanguageTag("da");
    private static final DateTimeFormatter DAY = DanishTime.DAY;
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec");
    private static final List<String> WEEKDAYS = List.of("man", "tir", "ons", "tor", "fre", "lør", "søn");
    private static final int YEARS_AHEAD = 8;
    private static final int CENTURY = 2000;

    private static final String HOUR =
            "(?:kl(?:\\.|okken)?\\s*)?(?<hour>\\d{1,2})(?:[.:](?<minute>\\d\\d))?(?:\\s*(?:-|–|—|til)\\s*\\d{1,2}(?:[.:]\\d\\d)?)?\\.?";
    private static final Pattern LINE = Pattern.compile(
            "(?:(?:på )?(?!d(?:en)?\\.?\\s)(?<weekday>[a-zæøå]+)\\.?,?\\s+)?(?:d(?:en)?\\.?\\s+)?(?<day>\\d{1,2})"
                    + "(?:\\s*[./-]\\s*(?<month>\\d{1,2})|\\.?\\s*(?<name>[a-zæøå]{3,9}))"
                    + "(?:\\.?\\s+(?<year>\\d{4})|\\s*[./-]\\s*(?<dotted>\\d{4}|\\d\\d))?\\.?[\\s,]+"
                    + HOUR);
    private static final Pattern ISO = Pattern.compile(
            "(?<year>\\d{4})-(?<month>\\d\\d)-(?<day>\\d\\d)[t ]\\s*(?<hour>\\d{1,2})(?:[.:](?<minute>\\d\\d))?");

    private static final WrittenDate UNREADABLE = new WrittenDate(null, "");

    static WrittenDate read(String written, LocalDate today) {
        String line = written.strip().toLowerCase(DANISH);
        Matcher iso = ISO.matcher(line);
        if (iso.matches()) {
            return of(date(iso.group("day"), iso.group("month"), iso.group("year")), iso, null);
        }
        Matcher danish = LINE.matcher(line);
        if (!danish.matches()) {
            return UNREADABLE;
        }
        String month = danish.group("month") != null ? danish.group("month") : monthNamed(danish.group("name"));
        String year = danish.group("year") != null ? danish.group("year") : danish.group("dotted");
        LocalDate date =
                year == null ? next(danish.group("day"), month, today) : date(danish.group("day"), month, year);
        String weekday = danish.group("weekday");
        DayOfWeek said = weekday == null ? null : weekdayNamed(weekday);
        return weekday != null && said == null ? UNREADABLE : of(date, danish, said);
    }

    private static WrittenDate of(@Nullable LocalDate date, Matcher parts, @Nullable DayOfWeek said) {
        int hour = Integer.parseInt(parts.group("hour"));
        int minute = parts.group("minute") == null ? 0 : Integer.parseInt(parts.group("minute"));
        if (date == null || hour > 23 || minute > 59) {
            return UNREADABLE;
        }
        String problem = said == null || said == date.getDayOfWeek()
                ? ""
                : "Den " + DAY.format(date) + " er en " + name(date.getDayOfWeek()) + ", ikke en " + name(said)
                        + ". Ret dagen eller datoen.";
        return new WrittenDate(CopenhagenTime.at(date, LocalTime.of(hour, minute)), problem);
    }

    /** A day that has no year is meant to come: 10/2 written in November is next year's. */
    private static @Nullable LocalDate next(String day, String month, LocalDate today) {
        for (int ahead = 0; ahead <= YEARS_AHEAD; ahead++) {
            LocalDate date = date(day, month, String.valueOf(today.getYear() + ahead));
            if (date != null && !date.isBefore(today)) {
                return date;
            }
        }
        return null;
    }

    private static @Nullable LocalDate date(String day, String month, String year) {
        try {
            int number = Integer.parseInt(year);
            return LocalDate.of(
                    year.length() == 2 ? CENTURY + number : number, Integer.parseInt(month), Integer.parseInt(day));
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /** @return 0 for what is no month */
    private static String monthNamed(String name) {
        return IntStream.rangeClosed(1, MONTHS.size())
                .filter(month -> isShortened(
                        name, MONTHS.get(month - 1), Month.of(month).getDisplayName(TextStyle.FULL_STANDALONE, DANISH)))
                .mapToObj(String::valueOf)
                .findFirst()
                .orElse("0");
    }

    private static @Nullable DayOfWeek weekdayNamed(String name) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (isShortened(name, WEEKDAYS.get(day.getValue() - 1), name(day))) {
                return day;
            }
        }
        return null;
    }

    /** Anything between the first three letters and the whole name. */
    private static boolean isShortened(String written, String shortest, String whole) {
        return written.startsWith(shortest) && whole.startsWith(written);
    }

    private static String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL, DANISH);
    }
}
