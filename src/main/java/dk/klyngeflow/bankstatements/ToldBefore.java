package dk.klyngeflow.bankstatements;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an account while a file is read, so that a line is taken in once, in whichever order the files come. A line is known
 * again by its day, amount and balance. Where two banks' formats tell a day in another order the balances differ, and how many there are of
 * the amount decides; unless the lines of the file stand in a stretch of the day of which nothing has been told.
 */
final class ToldBefore {

    /** Same day and same amount. */
    record Fingerprint(LocalDate day, long amountOere) {}

    /** @param balanceOere null when the bank did not say */
    private record Told(long amountOere, @Nullable Long balanceOere) {

        boolean startsAt(long balance) {
            return balanceOere != null && balanceOere - amountOere == balance;
        }

        boolean endsAt(long balance) {
            return balanceOere != null && balanceOere == balance;
        }
    }

    private final Map<LocalDate, List<Told>> days = new HashMap<>();
    /** Those that no line of the file is yet. */
    private final Map<LocalDate, List<Told>> free = new HashMap<>();

    private final Map<Fingerprint, Integer> numbers = new HashMap<>();

    ToldBefore(List<BankLine> kept) {
        for (BankLine line : kept) {
            Told told = new Told(line.amountOere(), line.balanceOere());
            days.computeIfAbsent(line.day(), day -> new ArrayList<>()).add(told);
            free.computeIfAbsent(line.day(), day -> new ArrayList<>()).add(told);
            numbers.merge(new Fingerprint(line.day(), line.amountOere()), 1, Integer::sum);
        }
    }

    /**
     * The lines of the next statement of a file that nobody has told yet, in its order, with the number each is of its day and amount. From
     * now on they are told.
     *
     * @param isTaken whether a line will be kept; one of a year that is over is none of those that are counted
     */
    Map<ReadFile.Line, Integer> news(ReadFile.Statement statement, Predicate<ReadFile.Line> isTaken) {
        Set<ReadFile.Line> unknown = new HashSet<>();
        for (ReadFile.Line line : statement.lines()) {
            Long balance = line.balanceOere();
            if (balance == null || !isFreed(line, told -> told.endsAt(balance))) {
                unknown.add(line);
            }
        }
        Map<ReadFile.Line, Integer> news = new LinkedHashMap<>();
        for (List<ReadFile.Line> stretch : stretches(statement.lines(), unknown)) {
            boolean isUntold = isUntold(stretch);
            for (ReadFile.Line line : stretch) {
                if (isUntold || !isFreed(line, told -> true)) {
                    news.put(line, 0);
                }
            }
        }
        news.replaceAll((line, none) -> isTaken.test(line)
                ? numbers.merge(new Fingerprint(line.day(), line.amountOere()), 1, Integer::sum)
                : 0);
        news.keySet()
                .forEach(line -> days.computeIfAbsent(line.day(), day -> new ArrayList<>())
                        .add(new Told(line.amountOere(), line.balanceOere())));
        return news;
    }

    private boolean isFreed(ReadFile.Line line, Predicate<Told> which) {
        List<Told> ofDay = free.getOrDefault(line.day(), List.of());
        return ofDay.stream()
                .filter(told -> told.amountOere() == line.amountOere())
                .filter(which)
                .findFirst()
                .map(ofDay::remove)
                .orElse(false);
    }

    /** Those that are not known, as far as they follow each other within a day. */
    private static List<List<ReadFile.Line>> stretches(List<ReadFile.Line> lines, Set<ReadFile.Line> unknown) {
        List<List<ReadFile.Line>> stretches = new ArrayList<>();
        ReadFile.Line before = null;
        for (ReadFile.Line line : lines) {
            if (unknown.contains(line)) {
                if (before == null || !unknown.contains(before) || !before.day().equals(line.day())) {
                    stretches.add(new ArrayList<>());
                }
                stretches.get(stretches.size() - 1).add(line);
            }
            before = line;
        }
        return stretches;
    }

    /** It goes on where what is told of the day stops, or stops where that goes on, or touches it nowhere. */
    private boolean isUntold(List<ReadFile.Line> stretch) {
        ReadFile.Line first = stretch.get(0);
        Long last = stretch.get(stretch.size() - 1).balanceOere();
        List<Told> told = days.getOrDefault(first.day(), List.of());
        if (first.balanceOere() == null || last == null || told.stream().anyMatch(each -> each.balanceOere() == null)) {
            return false;
        }
        long from = first.balanceOere() - first.amountOere();
        long goOnAtStart = told.stream().filter(each -> each.startsAt(from)).count();
        long stopAtStart = told.stream().filter(each -> each.endsAt(from)).count();
        long goOnAtEnd = told.stream().filter(each -> each.startsAt(last)).count();
        long stopAtEnd = told.stream().filter(each -> each.endsAt(last)).count();
        boolean isTouching = !Objects.equals(from, last) && (stopAtStart > goOnAtStart || goOnAtEnd > stopAtEnd);
        return isTouching || (goOnAtStart == 0 && stopAtEnd == 0);
    }
}
