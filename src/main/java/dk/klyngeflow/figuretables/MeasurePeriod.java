package dk.klyngeflow.figuretables;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A year, half-year, quarter or month of the calendar. Nothing else is one: a rolling year overlaps itself, and a small number could be
 * found by taking one from the next.
 *
 * @param key as in {@code 2026}, {@code 2026H1}, {@code 2026K3} or {@code 2026-03}
 * @param until the first day after it
 */
public record MeasurePeriod(String key, LocalDate from, LocalDate until) {

    private static final String YEAR = "((?:19|20)\\d{2})";
    private static final Pattern WHOLE = Pattern.compile(YEAR);
    private static final Pattern PART =
            Pattern.compile(YEAR + "[ .-]*([kqh])[. ]*([1-4])|([kqh])[. ]*([1-4])[ .-]*" + YEAR);
    private static final Pattern IN_WORDS =
            Pattern.compile("([1-4])\\.? *(kvartal|kvt|kv|halvår|halvaar)\\.?,? *" + YEAR);
    private static final Pattern MONTH = Pattern.compile(YEAR + "-(0[1-9]|1[0-2])");
    private static final Pattern NAMED_MONTHS =
            Pattern.compile("(\\p{L}{3,9})\\.?(?: *[-–] *(\\p{L}{3,9})\\.?)? *" + YEAR);
    private static final Pattern DAYS =
            Pattern.compile("(\\d{1,2})[-./](\\d{1,2})[-./]" + YEAR + " *[-–—] *(\\d{1,2})[-./](\\d{1,2})[-./]" + YEAR);
    private static final Map<String, Integer> MONTHS = names(
            "januar",
            "februar",
            "marts",
            "april",
            "maj",
            "juni",
            "juli",
            "august",
            "september",
            "oktober",
            "november",
            "december");
    private static final int QUARTER = 3;
    private static final int HALF = 6;
    private static final int TWELVE = 12;

    public static Optional<MeasurePeriod> of(String written) {
        String text = written.replaceAll("[\\s\\u00a0]+", " ").strip().toLowerCase(Locale.ROOT);
        Matcher match = WHOLE.matcher(text);
        if (match.matches()) {
            return span(Integer.parseInt(match.group(1)), 1, TWELVE);
        }
        match = PART.matcher(text);
        if (match.matches()) {
            boolean isYearFirst = match.group(1) != null;
            return part(
                    Integer.parseInt(match.group(isYearFirst ? 1 : 6)),
                    match.group(isYearFirst ? 2 : 4).equals("h"),
                    Integer.parseInt(match.group(isYearFirst ? 3 : 5)));
        }
        match = IN_WORDS.matcher(text);
        if (match.matches()) {
            return part(
                    Integer.parseInt(match.group(3)), match.group(2).startsWith("h"), Integer.parseInt(match.group(1)));
        }
        match = MONTH.matcher(text);
        if (match.matches()) {
            return span(Integer.parseInt(match.group(1)), Integer.parseInt(match.group(2)), 1);
        }
        match = NAMED_MONTHS.matcher(text);
        if (match.matches()) {
            return named(match.group(1), match.group(2), Integer.parseInt(match.group(3)));
        }
        match = DAYS.matcher(text);
        return match.matches() ? days(match) : Optional.empty();
    }

    private static Optional<MeasurePeriod> part(int year, boolean isHalf, int number) {
        int months = isHalf ? HALF : QUARTER;
        return number * months > TWELVE ? Optional.empty() : span(year, (number - 1) * months + 1, months);
    }

    private static Optional<MeasurePeriod> named(
            String first, @org.jspecify.annotations.Nullable String last, int year) {
        Integer from = MONTHS.get(first);
        Integer to = last == null ? from : MONTHS.get(last);
        return from == null || to == null || to < from ? Optional.empty() : span(year, from, to - from + 1);
    }

    private static Optional<MeasurePeriod> days(Matcher match) {
        int year = Integer.parseInt(match.group(3));
        int first = Integer.parseInt(match.group(2));
        int last = Integer.parseInt(match.group(5));
        boolean isOfOneYear = match.group(6).equals(match.group(3)) && first >= 1 && last <= TWELVE && first <= last;
        if (!isOfOneYear
                || Integer.parseInt(match.group(1)) != 1
                || Integer.parseInt(match.group(4)) != YearMonth.of(year, last).lengthOfMonth()) {
            return Optional.empty();
        }
        return span(year, first, last - first + 1);
    }

    /** Only what the calendar has: three months beginning in February are no quarter. */
    private static Optional<MeasurePeriod> span(int year, int month, int months) {
        boolean isWhole =
                (months == 1 || months == QUARTER || months == HALF || months == TWELVE) && (month - 1) % months == 0;
        if (!isWhole) {
            return Optional.empty();
        }
        int number = (month - 1) / months + 1;
        String key = switch (months) {
            case 1 -> "%d-%02d".formatted(year, month);
            case QUARTER -> year + "K" + number;
            case HALF -> year + "H" + number;
            default -> String.valueOf(year);
        };
        LocalDate from = LocalDate.of(year, month, 1);
        return Optional.of(new MeasurePeriod(key, from, from.plusMonths(months)));
    }

    public boolean overlaps(MeasurePeriod other) {
        return from.isBefore(other.until) && other.from.isBefore(until);
    }

    /** As in {@code 3. kvartal 2026}. */
    public String inWords() {
        String year = String.valueOf(from.getYear());
        char number = key.charAt(key.length() - 1);
        if (key.contains("K")) {
            return number + ". kvartal " + year;
        }
        if (key.contains("H")) {
            return number + ". halvår " + year;
        }
        return key.contains("-")
                ? from.getMonth().getDisplayName(java.time.format.TextStyle.FULL, Locale.forLanguageTag("da")) + " "
                        + year
                : year;
    }

    private static Map<String, Integer> names(String... months) {
        return IntStream.range(0, months.length)
                .boxed()
                .flatMap(each -> java.util.stream.Stream.of(months[each], months[each].substring(0, 3))
                        .distinct()
                        .map(name -> Map.entry(name, each + 1)))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
