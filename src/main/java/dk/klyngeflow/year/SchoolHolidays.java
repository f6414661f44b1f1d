package dk.klyngeflow.year;

import dk.klyngeflow.engine.WorkingDays;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When schools are closed: weeks of the year, as each municipality decides them and the cluster writes them down, and the days about
 * Easter, which moves.
 */
final class SchoolHolidays {

    static final String USUAL = "7, 8, 27-32, 42, 52, 53, 1";

    private static final Pattern PART = Pattern.compile("(\\d{1,2})(?:\\s*[-–]\\s*(\\d{1,2}))?");
    private static final int LAST_WEEK = 53;
    /** From the Saturday before Palm Sunday. */
    private static final int BEFORE_EASTER = 8;

    private final Set<Integer> weeks;

    private SchoolHolidays(Set<Integer> weeks) {
        this.weeks = weeks;
    }

    /** Empty when the text does not say weeks, as {@code 7, 27-32} does. */
    static Optional<SchoolHolidays> read(String text) {
        Set<Integer> weeks = new TreeSet<>();
        for (String part : text.strip().split("\\s*,\\s*", -1)) {
            if (part.isBlank()) {
                continue;
            }
            Matcher found = PART.matcher(part.strip());
            if (!found.matches()) {
                return Optional.empty();
            }
            int first = Integer.parseInt(found.group(1));
            int last = found.group(2) == null ? first : Integer.parseInt(found.group(2));
            if (first < 1 || last > LAST_WEEK || last < first) {
                return Optional.empty();
            }
            for (int week = first; week <= last; week++) {
                weeks.add(week);
            }
        }
        return Optional.of(new SchoolHolidays(weeks));
    }

    /** What a cluster has written, and what is usual where that cannot be read. */
    static SchoolHolidays of(String text) {
        return read(text).orElseGet(() -> read(USUAL).orElseThrow());
    }

    boolean isIn(LocalDate day) {
        return weeks.contains(day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)) || isAboutEaster(day);
    }

    private static boolean isAboutEaster(LocalDate day) {
        LocalDate easter = easter(day.getYear());
        return !day.isBefore(easter.minusDays(BEFORE_EASTER)) && !day.isAfter(easter.plusDays(1));
    }

    /** Easter Sunday: the one Sunday in spring whose Monday, and whose Friday before, are holidays. */
    static LocalDate easter(int year) {
        for (LocalDate sunday = LocalDate.of(year, 3, 22); sunday.isBefore(LocalDate.of(year, 4, 26)); ) {
            if (sunday.getDayOfWeek() == java.time.DayOfWeek.SUNDAY
                    && WorkingDays.isHoliday(sunday.plusDays(1))
                    && WorkingDays.isHoliday(sunday.minusDays(2))) {
                return sunday;
            }
            sunday = sunday.plusDays(1);
        }
        throw new IllegalStateException("no Easter in " + year);
    }
}
