package dk.klyngeflow.bankstatements;

import dk.klyngeflow.accounts.Movement;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Of which months the bank has not said everything, of one account of the chart. */
final class MissingMonths {

    private static final int FEWEST_TO_COUNT = 3;

    private final List<BankStatement> its;
    private final List<Movement> booked;
    private final List<ToldDays.Span> told;

    /**
     * @param openedOere what the books began with
     * @param booked what has gone over the account in the books since, the oldest first
     */
    MissingMonths(List<BankStatement> statements, String ledgerAccount, long openedOere, List<Movement> booked) {
        this.its = statements.stream()
                .filter(each -> each.ledgerAccount().equals(ledgerAccount))
                .toList();
        this.booked = booked;
        this.told = ToldDays.of(
                its,
                day -> openedOere
                        + booked.stream()
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

    /**
     * The first or the last days of a month that a statement of all the others leaves open: whoever sees at the bank that nothing happened in
     * them says so.
     *
     * @param balanceOere what the bank had in them
     */
    record Rest(LocalDate from, LocalDate to, long balanceOere) {

        boolean isAtTheEnd() {
            return to.equals(YearMonth.from(to).atEndOfMonth());
        }
    }

    List<Rest> rests(List<YearMonth> months) {
        List<Rest> rests = new ArrayList<>();
        for (YearMonth month : months) {
            LocalDate first = month.atDay(1);
            LocalDate last = month.atEndOfMonth();
            List<ToldDays.Span> touching = told.stream()
                    .filter(span -> !span.from().isAfter(last) && !span.to().isBefore(first))
                    .toList();
            if (touching.size() != 1) {
                continue;
            }
            ToldDays.Span span = touching.get(0);
            if (!span.from().isAfter(first)) {
                balance(BankStatement::toDay, span.to(), BankStatement::closingOere)
                        .ifPresent(oere -> rests.add(new Rest(span.to().plusDays(1), last, oere)));
            } else if (!span.to().isBefore(last)) {
                balance(BankStatement::fromDay, span.from(), BankStatement::openingOere)
                        .ifPresent(oere -> rests.add(new Rest(first, span.from().minusDays(1), oere)));
            }
        }
        return rests;
    }

    private Optional<Long> balance(
            Function<BankStatement, LocalDate> at, LocalDate day, Function<BankStatement, @Nullable Long> balance) {
        List<Long> said = its.stream()
                .filter(each -> at.apply(each).equals(day))
                .map(balance)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return said.size() == 1 ? Optional.of(said.get(0)) : Optional.empty();
    }

    static String inWords(YearMonth month) {
        return month.getMonth().getDisplayName(TextStyle.FULL, Locale.forLanguageTag("da"));
    }

    /** "januar, marts og april 2026", "marts til juni 2026". */
    static String inWords(List<YearMonth> months) {
        List<String> names = months.stream().map(MissingMonths::inWords).toList();
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
