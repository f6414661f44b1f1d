package dk.klyngeflow.year;

import dk.klyngeflow.engine.WorkingDays;
import dk.klyngeflow.localmodel.Choices;
import dk.klyngeflow.localmodel.Question;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Days on which a cluster meets: the weekdays it has agreed on, never on a holiday nor while schools are closed. */
final class MeetingDays {

    private static final Map<String, DayOfWeek> DANISH = Map.of(
            "mandag", DayOfWeek.MONDAY,
            "tirsdag", DayOfWeek.TUESDAY,
            "onsdag", DayOfWeek.WEDNESDAY,
            "torsdag", DayOfWeek.THURSDAY,
            "fredag", DayOfWeek.FRIDAY);

    /** How far from where it should lie a meeting may be put. */
    private static final int FARTHEST = 45;

    private final Set<DayOfWeek> weekdays;
    private final SchoolHolidays holidays;

    MeetingDays(Choices model, SchoolHolidays holidays) {
        Set<DayOfWeek> agreed = model.all(Question.WEEKDAYS).stream()
                .filter(DANISH::containsKey)
                .map(DANISH::get)
                .collect(Collectors.toSet());
        this.weekdays = agreed.isEmpty() ? Set.copyOf(DANISH.values()) : agreed;
        this.holidays = holidays;
    }

    boolean fits(LocalDate day) {
        return weekdays.contains(day.getDayOfWeek()) && WorkingDays.isWorkingDay(day) && !holidays.isIn(day);
    }

    /** The nearest day that fits and lies between these two, both included. */
    Optional<LocalDate> near(LocalDate wanted, LocalDate earliest, LocalDate latest) {
        return IntStream.rangeClosed(0, FARTHEST)
                .boxed()
                .flatMap(away -> List.of(wanted.plusDays(away), wanted.minusDays(away)).stream())
                .filter(day -> !day.isBefore(earliest) && !day.isAfter(latest))
                .filter(this::fits)
                .findFirst();
    }

    /** So many days, spread evenly over the time; fewer where it has no more. */
    List<LocalDate> spread(int number, LocalDate from, LocalDate until) {
        List<LocalDate> found = new ArrayList<>();
        long days = ChronoUnit.DAYS.between(from, until);
        for (int each = 0; each < number && days > 0; each++) {
            LocalDate earliest =
                    found.isEmpty() ? from : found.get(found.size() - 1).plusDays(1);
            near(from.plusDays(days * (2L * each + 1) / (2L * number)), earliest, until)
                    .ifPresent(found::add);
        }
        return found;
    }
}
