package dk.klyngeflow.bankstatements;

import dk.klyngeflow.accounts.Movement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

/** Of which months the bank has not said everything, of one account of the chart. */
final class MissingMonths {

    private static final int FEWEST_TO_COUNT = 3;

    private final List<BankStatement> its;
    private final List<Movement> booked;
    private final List<ToldDays.Span> told;

    /** @param booked what has gone over the account in the books, the oldest first */
    MissingMonths(List<BankStatement> statements, String ledgerAccount, List<Movement> booked) {
        this.its = statements.stream()
                .filter(each -> each.ledgerAccount().equals(ledgerAccount))
                .toList();
        this.booked = booked;
        this.told = ToldDays.of(
                its,
                day -> booked.stream()
                        .filter(each -> !each.day().isAfter(day))
                        .mapToLong(Movement::oere)
                        .sum());
    }

    /** From which day to which the bank has said everything. */
    List<ToldDays.Span> told() {
        return told;
    }

    List<YearMonth> of(int year) {
        return IntStream.rangeClosed(1, 12)
                .mapToObj(month -> YearMonth.of(year, month))
                .filter(this::isMissing)
                .toList();
    }

    /** Those of the year that are over, since the account is known to have been used. */
    List<YearMonth> until(LocalDate today, int year) {
        return of(year).stream()
                .filter(month -> month.atEndOfMonth().isBefore(today) && isUsedBy(month.atEndOfMonth()))
                .toList();
    }

    private boolean isUsedBy(LocalDate day) {
        return its.stream().anyMatch(each -> !each.fromDay().isAfter(day))
                || booked.stream().anyMatch(each -> !each.day().isAfter(day));
    }

    /** An account that began with nothing was opened then: of the months before there is nothing to say. */
    boolean isMissing(YearMonth month) {
        LocalDate last = month.atEndOfMonth();
        boolean isBeforeItWasOpened =
                booked.stream().noneMatch(each -> !each.day().isAfter(last))
                        && its.stream()
                                .min(Comparator.comparing(BankStatement::fromDay))
                                .filter(first -> Objects.equals(first.openingOere(), 0L)
                                        && first.fromDay().isAfter(last))
                                .isPresent();
        return !isBeforeItWasOpened && told.stream().noneMatch(span -> span.hasAll(month));
    }

    /** "januar, marts og april 2026", "marts til juni 2026". */
    static String inWords(List<YearMonth> months) {
        List<String> names = months.stream()
                .map(month ->
                        month.getMonth().getDisplayName(java.time.format.TextStyle.FULL, Locale.forLanguageTag("da")))
                .toList();
        int last = names.size() - 1;
        boolean isRow = months.get(0).plusMonths(last).equals(months.get(last));
        String all = names.size() < FEWEST_TO_COUNT
                ? String.join(" og ", names)
                : isRow
                        ? names.get(0) + " til " + names.get(last)
                        : String.join(", ", names.subList(0, last)) + " og " + names.get(last);
        return all + " " + months.get(0).getYear();
    }
}
