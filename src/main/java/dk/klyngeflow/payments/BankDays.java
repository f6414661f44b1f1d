package dk.klyngeflow.payments;

import de.focus_shift.jollyday.core.HolidayCalendar;
import de.focus_shift.jollyday.core.HolidayManager;
import de.focus_shift.jollyday.core.ManagerParameters;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Set;

/** The days on which Danish banks move money: not weekends, public holidays, 5 June, 24 and 31 December, or the day after Ascension. */
public final class BankDays {

    private static final Set<MonthDay> CLOSED = Set.of(MonthDay.of(6, 5), MonthDay.of(12, 24), MonthDay.of(12, 31));

    private static final class Calendar {
        private static final HolidayManager HOLIDAYS =
                HolidayManager.getInstance(ManagerParameters.create(HolidayCalendar.DENMARK));
    }

    private BankDays() {}

    public static boolean isBankDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !CLOSED.contains(MonthDay.from(day))
                && !Calendar.HOLIDAYS.isHoliday(day)
                && !isDayAfterAscension(day);
    }

    /** The day itself, or the first bank day after it. */
    public static LocalDate onOrAfter(LocalDate day) {
        LocalDate found = day;
        while (!isBankDay(found)) {
            found = found.plusDays(1);
        }
        return found;
    }

    /** The day itself, or the last bank day before it: when a bill is due on a Sunday, the money has to leave on Friday. */
    public static LocalDate onOrBefore(LocalDate day) {
        LocalDate found = day;
        while (!isBankDay(found)) {
            found = found.minusDays(1);
        }
        return found;
    }

    /** Ascension is the only Danish holiday on a Thursday that the banks prolong; it falls between 30 April and 3 June. */
    private static boolean isDayAfterAscension(LocalDate day) {
        LocalDate before = day.minusDays(1);
        return day.getDayOfWeek() == DayOfWeek.FRIDAY
                && !before.isBefore(LocalDate.of(before.getYear(), 4, 30))
                && !before.isAfter(LocalDate.of(before.getYear(), 6, 3))
                && Calendar.HOLIDAYS.isHoliday(before);
    }
}
