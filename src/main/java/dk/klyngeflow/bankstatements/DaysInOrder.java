package dk.klyngeflow.bankstatements;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts the lines of each day in the order in which the bank's balances follow each other, whichever file was read first. */
final class DaysInOrder {

    private DaysInOrder() {}

    /** @param asRead by day, and within it in the order in which they were read */
    static List<BankLine> of(List<BankLine> asRead) {
        List<BankLine> ordered = new ArrayList<>(asRead.size());
        int from = 0;
        while (from < asRead.size()) {
            int until = from + 1;
            while (until < asRead.size()
                    && asRead.get(until).day().equals(asRead.get(from).day())) {
                until++;
            }
            Long before =
                    ordered.isEmpty() ? null : ordered.get(ordered.size() - 1).balanceOere();
            ordered.addAll(day(asRead.subList(from, until), before));
            from = until;
        }
        return ordered;
    }

    private static List<BankLine> day(List<BankLine> asRead, @Nullable Long before) {
        if (asRead.stream().anyMatch(line -> line.balanceOere() == null)) {
            return asRead;
        }
        List<List<BankLine>> runs = runs(asRead);
        List<BankLine> ordered = new ArrayList<>();
        Long balance = before;
        while (!runs.isEmpty()) {
            List<BankLine> next = next(runs, balance);
            runs.removeIf(run -> run == next);
            ordered.addAll(next);
            balance = end(next);
        }
        return ordered;
    }

    private static List<List<BankLine>> runs(List<BankLine> asRead) {
        List<List<BankLine>> runs = new ArrayList<>();
        Long balance = null;
        for (BankLine line : asRead) {
            if (balance == null || balance != start(line)) {
                runs.add(new ArrayList<>());
            }
            runs.get(runs.size() - 1).add(line);
            balance = line.balanceOere();
        }
        return runs;
    }

    /** What goes on from the balance, and of several what leads on to another; else what follows nothing that is left. */
    private static List<BankLine> next(List<List<BankLine>> runs, @Nullable Long balance) {
        Optional<List<BankLine>> goesOn = runs.stream()
                .filter(run -> balance != null && balance == start(run.get(0)))
                .min(Comparator.comparing(run -> !leadsOn(run, runs)));
        return goesOn.or(() -> runs.stream()
                        .filter(run ->
                                runs.stream().noneMatch(other -> other != run && end(other) == start(run.get(0))))
                        .findFirst())
                .orElse(runs.get(0));
    }

    private static boolean leadsOn(List<BankLine> run, List<List<BankLine>> runs) {
        return runs.stream().anyMatch(other -> other != run && start(other.get(0)) == end(run));
    }

    private static long start(BankLine line) {
        return Objects.requireNonNull(line.balanceOere()) - line.amountOere();
    }

    private static long end(List<BankLine> run) {
        return Objects.requireNonNull(run.get(run.size() - 1).balanceOere());
    }
}
