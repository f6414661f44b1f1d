package dk.klyngeflow.engine;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A day as Danes write it: {@code 9/12}, {@code ons 10/2}, {@code 10.2.}, {@code onsdag den 10. februar 2027}, {@code 10.2.27},
 * {@code 10022027}, {@code 2027-02-10}. The forms read the same in {@code forms/kit/dates.js}.
 *
 * @param day null when it cannot be read
 * @param problem in Danish, when it can be read and contradicts itself; otherwise empty
 */
public record WrittenDay(@Nullable LocalDate day, String problem) {

    private static final Locale DANISH = Locale.forLanguageTag("da");
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec");
    private static final List<String> WEEKDAYS = List.of("man", "tir", "ons", "tor", "fre", "lør", "søn");
    private static final int YEARS_AROUND = 8;
    private static final int CENTURY = 2000;

    private static final Pattern WRITTEN = Pattern.compile(
            "(?:(?:på )?(?!d(?:en)?\\.?\\s)(?<weekday>[a-zæøå]+)\\.?,?\\s+)?(?:d(?:en)?\\.?\\s+)?(?<day>\\d{1,2})"
                    + "(?:\\s*[./-]\\s*(?<month>\\d{1,2})|\\.?\\s*(?<name>[a-zæøå]{3,9}))"
                    + "(?:\\.?\\s+(?<year>\\d{4})|\\s*[./-]\\s*(?<dotted>\\d{4}|\\d\\d))?\\.?");
    private static final Pattern SPACED = Pattern.compile(
            "(?<day>\\d{1,2})[./ -]+(?<month>\\d{1,2})[./ -]+(?<year>\\d{4}|\\d\\d)|(?<day2>\\d\\d)(?<month2>\\d\\d)(?<year2>\\d{4}|\\d\\d)");
    private static final Pattern ISO = Pattern.compile("(?<year>\\d{4})-(?<month>\\d\\d)-(?<day>\\d\\d)");

    private static final WrittenDay UNREADABLE = new WrittenDay(null, "");

    /**
     * Without a year it is the nearest such day, or the next.
     *
     * @param isAhead whether only a day to come can be meant
     */
    public static WrittenDay read(String written, LocalDate today, boolean isAhead) {
        String text = written.strip().toLowerCase(DANISH);
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return new WrittenDay(date(iso.group("day"), iso.group("month"), iso.group("year")), "");
        }
        Matcher spaced = SPACED.matcher(text);
        if (spaced.matches()) {
            return new WrittenDay(
                    spaced.group("day") == null
                            ? date(spaced.group("day2"), spaced.group("month2"), spaced.group("year2"))
                            : date(spaced.group("day"), spaced.group("month"), spaced.group("year")),
                    "");
        }
        Matcher danish = WRITTEN.matcher(text);
        return danish.matches() ? of(danish, today, isAhead) : UNREADABLE;
    }

    private static WrittenDay of(Matcher parts, LocalDate today, boolean isAhead) {
        String month = parts.group("month") != null ? parts.group("month") : monthNamed(parts.group("name"));
        String year = parts.group("year") != null ? parts.group("year") : parts.group("dotted");
        String weekday = parts.group("weekday");
        DayOfWeek said = weekday == null ? null : weekdayNamed(weekday);
        LocalDate day = year == null
                ? guessed(parts.group("day"), month, today, isAhead)
                : date(parts.group("day"), month, year);
        if (day == null || (weekday != null && said == null)) {
            return UNREADABLE;
        }
        return new WrittenDay(
                day,
                said == null || said == day.getDayOfWeek()
                        ? ""
                        : "Den " + DanishTime.DAY.format(day) + " er en " + name(day.getDayOfWeek()) + ", ikke en "
                                + name(said) + ". Ret dagen eller datoen.");
    }

    private static @Nullable LocalDate guessed(String day, String month, LocalDate today, boolean isAhead) {
        return IntStream.rangeClosed(-YEARS_AROUND, YEARS_AROUND)
                .mapToObj(years -> date(day, month, String.valueOf(today.getYear() + years)))
                .filter(Objects::nonNull)
                .filter(date -> !isAhead || !date.isBefore(today))
                .min(Comparator.comparing(date -> Math.abs(ChronoUnit.DAYS.between(today, date))))
                .orElse(null);
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
