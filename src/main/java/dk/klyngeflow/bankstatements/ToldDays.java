package dk.klyngeflow.bankstatements;

import dk.klyngeflow.engine.DanishTime;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * From which day to which the bank has said everything. A file of lines tells no period of its own: it says all between its first and its
 * last line, and nothing of the days around them, unless its balance goes on from what was told before, or is what the books have. Where a
 * person has said the period that was chosen at the bank, that counts, as the days of camt.053 do.
 */
final class ToldDays {

    /** Both days included. */
    record Span(LocalDate from, LocalDate to) {

        boolean hasAll(YearMonth month) {
            return !from.isAfter(month.atDay(1)) && !to.isBefore(month.atEndOfMonth());
        }

        boolean isIn(int year) {
            return from.getYear() <= year && to.getYear() >= year;
        }

        String inWords() {
            String first = DanishTime.DAY_IN_FIGURES.format(from);
            return from.equals(to) ? first : first + "–" + DanishTime.DAY_IN_FIGURES.format(to);
        }
    }

    private LocalDate from;
    private LocalDate to;
    private final @Nullable Long opening;
    private final Set<Long> closings = new HashSet<>();

    private ToldDays(BankStatement first) {
        from = first.fromDay();
        to = first.toDay();
        opening = first.openingOere();
        end(first);
    }

    /**
     * @param its of one account of the chart
     * @param booked what the books have on it at the end of a day
     */
    static List<Span> of(List<BankStatement> its, ToLongFunction<LocalDate> booked) {
        List<ToldDays> found = new ArrayList<>();
        for (BankStatement each : its.stream()
                .sorted(Comparator.comparing(BankStatement::fromDay).thenComparing(BankStatement::toDay))
                .toList()) {
            ToldDays last = found.isEmpty() ? null : found.get(found.size() - 1);
            if (last != null && last.goesOnWith(each)) {
                last.end(each);
            } else {
                ToldDays next = new ToldDays(each);
                next.reachBack(last, booked);
                found.add(next);
            }
        }
        return joined(found);
    }

    private boolean goesOnWith(BankStatement next) {
        return !next.fromDay().isAfter(to.plusDays(1))
                || next.openingOere() != null && closings.contains(next.openingOere());
    }

    private void end(BankStatement statement) {
        if (statement.toDay().isAfter(to)) {
            to = statement.toDay();
            closings.clear();
        }
        if (statement.toDay().equals(to) && statement.closingOere() != null) {
            closings.add(Objects.requireNonNull(statement.closingOere()));
        }
    }

    /**
     * What the bank begins with is what the books had when the month began, or the day before: nothing is missing since. What is posted a
     * few days before the bank pays it makes the two differ.
     */
    private void reachBack(@Nullable ToldDays before, ToLongFunction<LocalDate> booked) {
        LocalDate month = from.withDayOfMonth(1);
        LocalDate since = before == null || before.to.isBefore(month) ? month : before.to.plusDays(1);
        if (opening != null
                && (opening == booked.applyAsLong(from.minusDays(1))
                        || opening == booked.applyAsLong(since.minusDays(1)))) {
            from = since;
        }
    }

    private static List<Span> joined(List<ToldDays> found) {
        List<Span> spans = new ArrayList<>();
        for (ToldDays each : found) {
            Span last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
            if (last != null && !each.from.isAfter(last.to.plusDays(1))) {
                spans.set(spans.size() - 1, new Span(last.from, each.to));
            } else {
                spans.add(new Span(each.from, each.to));
            }
        }
        return List.copyOf(spans);
    }
}
