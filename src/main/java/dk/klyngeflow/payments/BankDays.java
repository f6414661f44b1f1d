package dk.klyngeflow.payments;

import dk.klyngeflow.engine.WorkingDays;
import java.time.DayOfWeek;
import java.time.LocalDate;

/** The days on which Danish banks move money: working days but for the one after Ascension. */
public final class BankDays {

    private BankDays() {}

    public static boolean isBankDay(LocalDate day) {
        return WorkingDays.isWorkingDay(day) && !isDayAfterAscension(day);
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
                && WorkingDays.isHoliday(before);
    }
}
