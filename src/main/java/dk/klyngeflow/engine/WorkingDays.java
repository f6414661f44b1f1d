package dk.klyngeflow.engine;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The days on which Danes work in offices. Constitution Day, Christmas Eve and New Year's Eve are no holidays by law, but practices and
 * banks are closed.
 */
public final class WorkingDays {

    private static final Set<MonthDay> CLOSED_BY_CUSTOM =
            Set.of(MonthDay.of(Month.JUNE, 5), MonthDay.of(Month.DECEMBER, 24), MonthDay.of(Month.DECEMBER, 31));
    private static final HolidayManager HOLIDAYS =
            HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.DENMARK));

    private WorkingDays() {}

    public static boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY && !isHoliday(day);
    }

    /** By law or by custom; a Sunday alone is none. */
    public static boolean isHoliday(LocalDate day) {
        return CLOSED_BY_CUSTOM.contains(MonthDay.from(day)) || HOLIDAYS.isHoliday(day);
    }

    /** The day itself, or the last working day before it. */
    public static LocalDate notAfter(LocalDate day) {
        return Stream.iterate(day, before -> before.minusDays(1))
                .filter(WorkingDays::isWorkingDay)
                .findFirst()
                .orElseThrow();
    }

    /** The day that comes so many working days later; 0 gives the day itself or the next working day. */
    public static LocalDate after(LocalDate day, int workingDays) {
        return Stream.iterate(day.plusDays(workingDays == 0 ? 0 : 1), next -> next.plusDays(1))
                .filter(WorkingDays::isWorkingDay)
                .skip(Math.max(0, workingDays - 1))
                .findFirst()
                .orElseThrow();
    }
}
