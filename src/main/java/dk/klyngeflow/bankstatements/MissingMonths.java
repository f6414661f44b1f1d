package dk.klyngeflow.bankstatements;

import dk.klyngeflow.engine.CopenhagenTime;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Of which months the bank has not said everything. */
final class MissingMonths {

    private MissingMonths() {}

    /** @param firstPosted the first day on which something was posted on the account; null when nothing was */
    static List<YearMonth> of(
            List<BankStatement> statements, String ledgerAccount, int year, @Nullable LocalDate firstPosted) {
        return IntStream.rangeClosed(1, 12)
                .mapToObj(month -> YearMonth.of(year, month))
                .filter(month -> isMissing(statements, ledgerAccount, month, firstPosted))
                .toList();
    }

    /**
     * A file of lines ends with its last line, which may lie before the end of its period: it says all of a month when it was read after
     * it, and of the months between its first and its last line. An account that began with nothing was opened then: of the months before
     * there is nothing to say.
     */
    static boolean isMissing(
            List<BankStatement> statements, String ledgerAccount, YearMonth month, @Nullable LocalDate firstPosted) {
        LocalDate last = month.atEndOfMonth();
        List<BankStatement> its = statements.stream()
                .filter(each -> each.ledgerAccount().equals(ledgerAccount))
                .toList();
        boolean isBeforeItWasOpened = (firstPosted == null || firstPosted.isAfter(last))
                && its.stream()
                        .min(Comparator.comparing(BankStatement::fromDay))
                        .filter(first -> Objects.equals(first.openingOere(), 0L)
                                && first.fromDay().isAfter(last))
                        .isPresent();
        return !isBeforeItWasOpened
                && its.stream()
                        .noneMatch(each -> !each.fromDay().isAfter(last)
                                && (!each.toDay().isBefore(last)
                                        || YearMonth.from(each.toDay()).equals(month)
                                                && CopenhagenTime.dayOf(each.readAt())
                                                        .isAfter(last)));
    }

    /** "januar, februar og marts 2026". */
    static String inWords(List<YearMonth> months) {
        List<String> names = months.stream()
                .map(month ->
                        month.getMonth().getDisplayName(java.time.format.TextStyle.FULL, Locale.forLanguageTag("da")))
                .toList();
        String all =
                names.size() < 3 ? String.join(" og ", names) : names.get(0) + " til " + names.get(names.size() - 1);
        return all + " " + months.get(0).getYear();
    }
}
