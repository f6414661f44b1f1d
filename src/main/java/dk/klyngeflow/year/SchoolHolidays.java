package dk.klyngeflow.year;

import dk.klyngeflow.engine.WorkingDays;
import dk.klyngeflow.gatherings.DateRanges;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.Set;

/**
 * When schools are closed: as the cluster has written it for a school year, since each municipality decides it. For a year that it has not
 * written yet, the weeks that are usual in Denmark, and the days about Easter.
 */
final class SchoolHolidays {

    /** Winter in one of two weeks, summer, autumn, and about New Year. */
    private static final Set<Integer> USUAL = Set.of(7, 8, 27, 28, 29, 30, 31, 32, 42, 52, 53, 1);

    /** From the Saturday before Palm Sunday. */
    private static final int BEFORE_EASTER = 8;

    private final DateRanges written;

    private SchoolHolidays(DateRanges written) {
        this.written = written;
    }

    /** @param text as the cluster has written it under settings */
    static SchoolHolidays of(String text) {
        return new SchoolHolidays(DateRanges.read(text));
    }

    boolean isIn(LocalDate day) {
        return written.knowSchoolYearOf(day)
                ? written.contain(day)
                : USUAL.contains(day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)) || isAboutEaster(day);
    }

    private static boolean isAboutEaster(LocalDate day) {
        LocalDate easter = easter(day.getYear());
        return !day.isBefore(easter.minusDays(BEFORE_EASTER)) && !day.isAfter(easter.plusDays(1));
    }

    /** Easter Sunday: the one Sunday in spring whose Monday, and whose Friday before, are holidays. */
    static LocalDate easter(int year) {
        for (LocalDate day = LocalDate.of(year, 3, 22);
                day.isBefore(LocalDate.of(year, 4, 26));
                day = day.plusDays(1)) {
            if (day.getDayOfWeek() == DayOfWeek.SUNDAY
                    && WorkingDays.isHoliday(day.plusDays(1))
                    && WorkingDays.isHoliday(day.minusDays(2))) {
                return day;
            }
        }
        throw new IllegalStateException("no Easter in " + year);
    }
}
