package dk.klyngeflow.bankstatements;

import dk.klyngeflow.engine.Money;
import dk.klyngeflow.payments.BankDays;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds what explains each open line. The rules come one after the other, and the first that fits decides; what fits in two ways fits in none.
 */
final class Matching {

    private static final int EARLIEST = -3;
    private static final int LATEST = 10;
    private static final int NEAR = 5;
    private static final int MOST_IN_A_SUM = 5;
    private static final int MOST_TO_ADD_UP = 24;

    private final List<BankLine> lines;
    private final List<OpenItem> items;
    private final Map<String, String> learnt;
    private final long feeLimit;
    private final Map<String, Proposal> found = new LinkedHashMap<>();
    private final Set<String> taken = new HashSet<>();

    /**
     * @param learnt accounts by {@link #habit}
     * @param feeLimit the largest difference in øre that may be a fee
     */
    Matching(List<BankLine> lines, List<OpenItem> items, Map<String, String> learnt, long feeLimit) {
        this.lines = lines;
        this.items = items;
        this.learnt = learnt;
        this.feeLimit = feeLimit;
    }

    /** What has been posted once is likely to be posted so again: the words and whether money came or went. */
    static String habit(String words, long oere) {
        return (oere < 0 ? "-" : "+") + words;
    }

    /** By the id of the line. */
    Map<String, Proposal> proposals() {
        List.<Function<BankLine, @Nullable Proposal>>of(
                        this::sameId,
                        this::batch,
                        this::withFeeOrInPart,
                        this::namedInText,
                        this::onlyOneNear,
                        this::sumOfSome,
                        this::cameBack,
                        this::asBefore)
                .forEach(rule -> lines.stream()
                        .filter(line -> !found.containsKey(line.id()))
                        .forEach(line -> keep(rule.apply(line))));
        return found;
    }

    private void keep(@Nullable Proposal proposal) {
        if (proposal != null) {
            proposal.lines().forEach(line -> found.putIfAbsent(line.id(), proposal));
            proposal.takes().forEach(take -> taken.add(take.voucherId()));
        }
    }

    private List<OpenItem> left(BankLine line) {
        return items.stream()
                .filter(item -> !taken.contains(item.voucherId()) && item.oere() < 0 == line.amountOere() < 0)
                .toList();
    }

    private List<OpenItem> withIds(BankLine line) {
        return left(line).stream()
                .filter(item -> !item.payment().id().isEmpty()
                        && line.ids().contains(item.payment().id()))
                .toList();
    }

    private @Nullable Proposal sameId(BankLine line) {
        List<OpenItem> same = withIds(line);
        return line.ids().size() == 1 && same.size() == 1 && same.get(0).oere() == line.amountOere()
                ? of(
                        "a",
                        "Banken oplyser vores betalings-id " + line.ids().get(0) + ", og beløbet er det samme.",
                        line,
                        same,
                        true)
                : null;
    }

    private @Nullable Proposal batch(BankLine line) {
        List<OpenItem> same = withIds(line);
        return line.ids().size() > 1 && same.size() == line.ids().size() && sum(same) == line.amountOere()
                ? of(
                        "b",
                        "Samlet overførsel: beløbene for betalings-id " + String.join(" og ", line.ids())
                                + " giver linjens beløb.",
                        line,
                        same,
                        true)
                : null;
    }

    private @Nullable Proposal withFeeOrInPart(BankLine line) {
        List<OpenItem> same = withIds(line);
        boolean isById = !same.isEmpty();
        if (!isById) {
            same = left(line).stream()
                    .filter(item -> item.isNumberedIn(line.text()) && isWithin(item, line, EARLIEST, LATEST))
                    .toList();
        }
        if (same.isEmpty() || isById && same.size() != line.ids().size() || !isById && same.size() != 1) {
            return null;
        }
        long difference = line.amountOere() - sum(same);
        String by = isById
                ? "Banken oplyser vores betalings-id " + String.join(" og ", line.ids())
                : "Bilagets nummer står i bankens tekst";
        if (difference < 0 && -difference <= feeLimit) {
            return new Proposal(
                    "c",
                    by + ", og beløbet er " + Money.kroner(-difference) + " mere end bilaget: et gebyr.",
                    List.of(line),
                    takes(same),
                    difference,
                    Reconciliation.FEES,
                    false);
        }
        boolean isPart = same.size() == 1 && Math.abs(line.amountOere()) < Math.abs(sum(same));
        return isPart
                ? new Proposal(
                        "c",
                        by + ", og beløbet er en del af bilaget; " + Money.kroner(Math.abs(difference))
                                + " mangler derefter.",
                        List.of(line),
                        List.of(new Proposal.Take(
                                same.get(0).voucherId(),
                                same.get(0).label(),
                                same.get(0).text(),
                                line.amountOere())),
                        0,
                        "",
                        false)
                : null;
    }

    private @Nullable Proposal namedInText(BankLine line) {
        List<OpenItem> same = left(line).stream()
                .filter(item -> item.oere() == line.amountOere()
                        && item.isNamedIn(line.text())
                        && isWithin(item, line, EARLIEST, LATEST))
                .toList();
        return same.size() == 1
                ? of(
                        "d",
                        "Beløbet er det samme, og modtageren eller bilagets nummer står i bankens tekst.",
                        line,
                        same,
                        false)
                : null;
    }

    private @Nullable Proposal onlyOneNear(BankLine line) {
        List<OpenItem> same = left(line).stream()
                .filter(item -> item.oere() == line.amountOere() && isWithin(item, line, -NEAR, NEAR))
                .toList();
        boolean isOnlyLine = same.size() == 1
                && lines.stream()
                                .filter(other -> !found.containsKey(other.id())
                                        && other.amountOere() == line.amountOere()
                                        && isWithin(same.get(0), other, -NEAR, NEAR))
                                .count()
                        == 1;
        return isOnlyLine
                ? of("e", "Beløbet er det eneste af sin slags inden for " + NEAR + " bankdage.", line, same, false)
                : null;
    }

    /** Of one payee; or, since banks say no more of a batch, all posted on one day. */
    private @Nullable Proposal sumOfSome(BankLine line) {
        List<OpenItem> near = left(line).stream()
                .filter(item -> isWithin(item, line, EARLIEST, LATEST))
                .toList();
        Map<String, List<OpenItem>> groups = near.stream()
                .filter(item -> !item.payment().party().isEmpty())
                .collect(
                        Collectors.groupingBy(item -> item.payment().party(), LinkedHashMap::new, Collectors.toList()));
        near.forEach(item -> groups.computeIfAbsent(
                "den " + item.day(),
                day -> near.stream()
                        .filter(other -> other.day().equals(item.day()))
                        .toList()));
        Set<List<OpenItem>> sums = new HashSet<>();
        groups.values().forEach(group -> add(group, line.amountOere(), 0, new ArrayList<>(), sums));
        if (sums.size() != 1) {
            return null;
        }
        List<OpenItem> only = sums.iterator().next();
        return of("f", "Bilagene giver tilsammen linjens beløb, og ingen andre gør.", line, only, false);
    }

    private static void add(
            List<OpenItem> group, long rest, int from, List<OpenItem> chosen, Set<List<OpenItem>> sums) {
        if (rest == 0 && chosen.size() > 1) {
            sums.add(List.copyOf(chosen));
        }
        if (chosen.size() == MOST_IN_A_SUM || group.size() > MOST_TO_ADD_UP || sums.size() > 1) {
            return;
        }
        for (int i = from; i < group.size(); i++) {
            if (Math.abs(group.get(i).oere()) <= Math.abs(rest)) {
                chosen.add(group.get(i));
                add(group, rest - group.get(i).oere(), i + 1, chosen, sums);
                chosen.remove(chosen.size() - 1);
            }
        }
    }

    private @Nullable Proposal cameBack(BankLine line) {
        List<BankLine> others = lines.stream()
                .filter(other -> !found.containsKey(other.id())
                        && other.amountOere() == -line.amountOere()
                        && line.amountOere() < 0
                        && between(line.day(), other.day()) >= 0
                        && between(line.day(), other.day()) <= LATEST)
                .toList();
        return others.size() == 1
                ? new Proposal(
                        "g",
                        "Det samme beløb kom tilbage inden for " + LATEST + " bankdage; de to linjer ophæver hinanden.",
                        List.of(line, others.get(0)),
                        List.of(),
                        0,
                        "",
                        false)
                : null;
    }

    private @Nullable Proposal asBefore(BankLine line) {
        String account = line.words().isEmpty() ? null : learnt.get(habit(line.words(), line.amountOere()));
        return account == null
                ? null
                : new Proposal(
                        "h",
                        "En linje med samme tekst er før bogført på konto " + account + ".",
                        List.of(line),
                        List.of(),
                        0,
                        account,
                        false);
    }

    private static Proposal of(String rule, String reason, BankLine line, List<OpenItem> items, boolean isCertain) {
        return new Proposal(rule, reason, List.of(line), takes(items), 0, "", isCertain);
    }

    private static List<Proposal.Take> takes(List<OpenItem> items) {
        return items.stream()
                .map(item -> new Proposal.Take(item.voucherId(), item.label(), item.text(), item.oere()))
                .toList();
    }

    private static long sum(List<OpenItem> items) {
        return items.stream().mapToLong(OpenItem::oere).sum();
    }

    private static boolean isWithin(OpenItem item, BankLine line, int earliest, int latest) {
        int days = between(item.day(), line.day());
        return days >= earliest && days <= latest;
    }

    /** Bank days from the one to the other, not more than a few weeks of them. */
    static int between(LocalDate from, LocalDate to) {
        int sign = to.isBefore(from) ? -1 : 1;
        LocalDate day = sign < 0 ? to : from;
        LocalDate end = sign < 0 ? from : to;
        int days = 0;
        while (day.isBefore(end) && days <= LATEST) {
            day = day.plusDays(1);
            days += BankDays.isBankDay(day) ? 1 : 0;
        }
        return sign * days;
    }
}
