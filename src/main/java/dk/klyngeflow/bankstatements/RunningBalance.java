package dk.klyngeflow.bankstatements;

import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Puts the lines of a file in the order of time and says where its balances do not follow from each other. */
final class RunningBalance {

    private RunningBalance() {}

    /** @param problems takes what does not follow, by the number of the line that comes later in the file */
    static ReadFile.Statement statement(
            String account, String currency, List<ReadFile.Line> inFile, List<ReadFile.Problem> problems) {
        boolean isNewestFirst = isNewestFirst(inFile);
        breaks(inFile, isNewestFirst, problems);
        List<ReadFile.Line> lines = new ArrayList<>(inFile);
        if (isNewestFirst) {
            Collections.reverse(lines);
        }
        ReadFile.Line first = lines.get(0);
        ReadFile.Line last = lines.get(lines.size() - 1);
        LocalDate from =
                lines.stream().map(ReadFile.Line::day).min(LocalDate::compareTo).orElse(first.day());
        LocalDate to =
                lines.stream().map(ReadFile.Line::day).max(LocalDate::compareTo).orElse(last.day());
        Long opening = first.balanceOere() == null ? null : Long.valueOf(first.balanceOere() - first.amountOere());
        return new ReadFile.Statement(account, currency, from, to, opening, last.balanceOere(), List.copyOf(lines));
    }

    /** By the days; where they are all one, by which way the balances follow. */
    private static boolean isNewestFirst(List<ReadFile.Line> lines) {
        int order = lines.get(0).day().compareTo(lines.get(lines.size() - 1).day());
        if (order != 0) {
            return order > 0;
        }
        List<ReadFile.Problem> downwards = new ArrayList<>();
        List<ReadFile.Problem> upwards = new ArrayList<>();
        breaks(lines, true, downwards);
        breaks(lines, false, upwards);
        return downwards.size() < upwards.size();
    }

    private static void breaks(List<ReadFile.Line> lines, boolean isNewestFirst, List<ReadFile.Problem> problems) {
        for (int i = 1; i < lines.size(); i++) {
            ReadFile.Line before = lines.get(i - 1);
            ReadFile.Line line = lines.get(i);
            if (before.day().isAfter(line.day()) != isNewestFirst
                    && !before.day().equals(line.day())) {
                problems.add(new ReadFile.Problem(
                        line.line(),
                        "Linje " + line.line() + " er fra " + DanishTime.DAY_IN_FIGURES.format(line.day())
                                + " og står ikke i rækkefølge efter linje " + before.line() + "."));
            }
            Long balance = line.balanceOere();
            Long other = before.balanceOere();
            if (balance == null || other == null) {
                continue;
            }
            long expected = isNewestFirst ? other - before.amountOere() : other + line.amountOere();
            if (balance != expected) {
                problems.add(new ReadFile.Problem(
                        line.line(),
                        "Linje " + line.line() + ": saldoen " + Money.kroner(balance) + " passer ikke med linje "
                                + before.line() + ", hvorefter den skulle være " + Money.kroner(expected)
                                + " Der kan mangle en linje."));
            }
        }
    }
}
