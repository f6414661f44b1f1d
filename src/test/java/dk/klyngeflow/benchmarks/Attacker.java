package dk.klyngeflow.benchmarks;

import dk.klyngeflow.benchmarks.NamedTable.Line;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Somebody of the cluster who keeps everything that she was ever shown, knows the rules, and reckons. Counts what she finds. */
final class Attacker {

    private static final int LEAST = 6;

    /** Ways of finding out; every count must be 0. */
    enum Attack {
        WHO_IS_WHICH_DOT,
        SMALL_ONES_SHOW,
        FLOOR,
        FINER_THAN_A_PERCENT,
        OWN_AND_TOTAL_KNOWN,
        RULES_KNOWN,
        LEFT_OVER,
        REPEATED,
        DOMINANCE,
        LINKED_OVER_TIME
    }

    /** What rules make of rows: those of the application, or a mutant's. */
    interface Rules {

        /** What anybody sees in closed mode. */
        Seen closed(List<PracticeRow> rows);

        /** What a member sees in open mode. */
        Seen open(List<FrozenRow> rows, Set<String> named, Set<String> everNamed);

        boolean mayFollow(List<PracticeRow> older, List<PracticeRow> newer);
    }

    /**
     * @param dots null when nothing is shown
     * @param labels of the dots, one each; empty without
     */
    record Seen(
            @Nullable List<Double> dots,
            @Nullable Double q1,
            @Nullable Double median,
            @Nullable Double q3,
            @Nullable Double rate,
            int notShown,
            List<Line> lines,
            List<String> labels) {

        static Seen of(Optional<Spread> spread, List<Line> lines) {
            return spread.map(each -> new Seen(
                            each.dots().stream().map(Long::doubleValue).toList(),
                            (double) each.q1(),
                            (double) each.median(),
                            (double) each.q3(),
                            rate(each),
                            each.notShown(),
                            lines,
                            List.of()))
                    .orElseGet(() -> new Seen(null, null, null, null, null, 0, lines, List.of()));
        }

        private static @Nullable Double rate(Spread spread) {
            Long rate = spread.rate();
            return rate == null ? null : rate.doubleValue();
        }
    }

    private static final MeasureKind KIND = MeasureKind.PROPORTION;

    private final Rules rules;
    private final Random chance;
    /** The first leftover, for whoever must find out why. */
    private String told = "";

    private final Map<Attack, Integer> found = new EnumMap<>(Attack.class);

    Attacker(Rules rules, int seed) {
        this.rules = rules;
        chance = new Random(seed);
        for (Attack attack : Attack.values()) {
            found.put(attack, 0);
        }
    }

    Map<Attack, Integer> attack(int clusters) {
        for (int cluster = 0; cluster < clusters; cluster++) {
            List<PracticeRow> rows = rows(5 + chance.nextInt(10), cluster % 3 == 0);
            closed(rows);
            repeated(rows);
            open(rows);
        }
        return found;
    }

    String told() {
        return told;
    }

    private void count(Attack attack, boolean isFound) {
        if (isFound) {
            found.merge(attack, 1, Integer::sum);
        }
    }

    // ---- clusters ----

    private List<PracticeRow> rows(int count, boolean isDominated) {
        List<PracticeRow> rows = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            rows.add(row("%06d".formatted(100 + at), isDominated && at == 0 ? 2000 : 3 + chance.nextInt(200)));
        }
        return rows;
    }

    private PracticeRow row(String provider, int den) {
        int num = chance.nextInt(8) == 0 ? Math.min(den, 1 + chance.nextInt(4)) : chance.nextInt(den + 1);
        return chance.nextInt(25) == 0
                ? new PracticeRow(provider, null, (long) den, true)
                : PracticeRow.of(provider, num, den);
    }

    private static RowState state(PracticeRow row) {
        return RowState.of(KIND, row);
    }

    private static List<PracticeRow> large(List<PracticeRow> rows) {
        return rows.stream().filter(row -> state(row) == RowState.OK).toList();
    }

    // ---- closed ----

    private void closed(List<PracticeRow> rows) {
        Seen seen = rules.closed(rows);
        List<PracticeRow> permuted = new ArrayList<>();
        List<PracticeRow> others = new ArrayList<>(rows.subList(1, rows.size()));
        Collections.shuffle(others, chance);
        permuted.add(rows.get(0));
        for (int at = 1; at < rows.size(); at++) {
            PracticeRow other = others.get(at - 1);
            permuted.add(
                    new PracticeRow(rows.get(at).provider(), other.numerator(), other.denominator(), other.isHidden()));
        }
        count(Attack.WHO_IS_WHICH_DOT, !rules.closed(permuted).equals(seen));
        count(
                Attack.SMALL_ONES_SHOW,
                !rules.closed(others(rows, false, Set.of())).equals(seen));
        shape(seen, rows);
        count(Attack.LINKED_OVER_TIME, !seen.labels().isEmpty());
    }

    private void shape(Seen seen, List<PracticeRow> rows) {
        List<Double> dots = seen.dots();
        count(Attack.FLOOR, dots != null && dots.size() < LEAST);
        count(Attack.FLOOR, dots == null && (seen.median() != null || seen.rate() != null || seen.notShown() != 0));
        if (dots == null) {
            return;
        }
        List<Double> all = new ArrayList<>(dots);
        all.add(seen.q1());
        all.add(seen.median());
        all.add(seen.q3());
        if (seen.rate() != null) {
            all.add(seen.rate());
        }
        count(Attack.FINER_THAN_A_PERCENT, all.stream().anyMatch(each -> each == null || each != Math.rint(each)));
        // what cannot be reckoned from the dots came from the raw figures
        count(
                Attack.FINER_THAN_A_PERCENT,
                !Double.valueOf(quartile(dots, 1)).equals(seen.q1())
                        || !Double.valueOf(quartile(dots, 2)).equals(seen.median())
                        || !Double.valueOf(quartile(dots, 3)).equals(seen.q3()));
        if (seen.lines().isEmpty()) {
            List<Long> sizes = large(rows).stream()
                    .map(PracticeRow::den)
                    .sorted(Collections.reverseOrder())
                    .toList();
            long sum = sizes.stream().mapToLong(Long::longValue).sum();
            boolean isOfFew =
                    sizes.size() > 1 && (2 * sizes.get(0) > sum || 100 * (sizes.get(0) + sizes.get(1)) > 85 * sum);
            count(Attack.DOMINANCE, seen.rate() != null && isOfFew);
        }
    }

    static double quartile(List<Double> sorted, int quarter) {
        double place = (sorted.size() - 1) * quarter / 4.0;
        int below = (int) Math.floor(place);
        double high = sorted.get(Math.min(below + 1, sorted.size() - 1));
        return Math.floor(sorted.get(below) + (place - below) * (high - sorted.get(below)) + 0.5);
    }

    /** Every small one is another small one, and every one of few another of few. @param keepsSize where sizes are shown */
    private List<PracticeRow> others(List<PracticeRow> rows, boolean keepsSize, Set<String> keptFew) {
        return rows.stream()
                .map(row -> {
                    RowState state = state(row);
                    if (state.isHiddenFromPeers()) {
                        return small(row, keepsSize);
                    }
                    return state == RowState.FEW && !keptFew.contains(row.provider()) ? few(row) : row;
                })
                .toList();
    }

    private PracticeRow small(PracticeRow row, boolean keepsSize) {
        long den =
                keepsSize && row.den() > 4 ? row.den() : keepsSize ? 1 + chance.nextInt(4) : 30 + chance.nextInt(100);
        if (keepsSize && state(row) == RowState.HIDDEN_AT_SOURCE && row.den() <= 4) {
            den = row.den();
        }
        long part = 1 + chance.nextInt((int) Math.min(4, den));
        return PracticeRow.of(row.provider(), chance.nextBoolean() ? part : den - part, den);
    }

    private PracticeRow few(PracticeRow row) {
        long den = 10 + chance.nextInt(10);
        return PracticeRow.of(row.provider(), 5 + chance.nextInt((int) (den - 9)), den);
    }

    // ---- again and again ----

    /** Two sets after each other, the second with some who have joined, left or been corrected. */
    private void repeated(List<PracticeRow> rows) {
        List<PracticeRow> newer = new ArrayList<>(rows);
        int changes = 1 + chance.nextInt(4);
        for (int change = 0; change < changes; change++) {
            int at = chance.nextInt(newer.size());
            switch (chance.nextInt(3)) {
                case 0 -> newer.set(at, row(newer.get(at).provider(), 30 + chance.nextInt(100)));
                case 1 -> newer.add(row("%06d".formatted(900 + change), 30 + chance.nextInt(100)));
                default -> newer.remove(at);
            }
        }
        boolean areBothSeen =
                rules.closed(rows).dots() != null && rules.closed(newer).dots() != null;
        if (areBothSeen && rules.mayFollow(rows, newer)) {
            Set<PracticeRow> different = new HashSet<>(large(rows));
            different.addAll(large(newer));
            Set<PracticeRow> same = new HashSet<>(large(rows));
            same.retainAll(new HashSet<>(large(newer)));
            different.removeAll(same);
            long practices =
                    different.stream().map(PracticeRow::provider).distinct().count();
            count(Attack.REPEATED, practices > 0 && practices < 3);
        }
    }

    // ---- open ----

    private void open(List<PracticeRow> rows) {
        List<FrozenRow> frozen = new ArrayList<>();
        Set<String> named = new HashSet<>();
        int unnamed = chance.nextInt(3) == 0 ? 8 : 1 + chance.nextInt(3);
        boolean isLate = chance.nextInt(4) == 0;
        for (PracticeRow row : rows) {
            boolean isNamed = chance.nextInt(unnamed + 1) > 0;
            frozen.add(new FrozenRow(row, String.valueOf(chance.nextInt(1_000_000)), isNamed && !isLate));
            if (isNamed) {
                named.add(row.provider());
            }
        }
        List<Looked> history = new ArrayList<>();
        Set<String> ever = new HashSet<>(isLate ? Set.of() : named);
        Set<String> now = new HashSet<>(ever);
        history.add(new Looked(look(frozen, now, ever), Set.copyOf(ever)));
        if (isLate) {
            now.addAll(named);
            ever.addAll(named);
            history.add(new Looked(look(frozen, now, ever), Set.copyOf(ever)));
        }
        for (int change = 0; change < 4; change++) {
            PracticeRow row = rows.get(chance.nextInt(rows.size()));
            if (!now.remove(row.provider())) {
                now.add(row.provider());
                ever.add(row.provider());
            }
            history.add(new Looked(look(frozen, now, ever), Set.copyOf(ever)));
        }
        leftOver(frozen, history);
    }

    private Seen look(List<FrozenRow> frozen, Set<String> now, Set<String> ever) {
        Seen seen = rules.open(frozen, now, ever);
        List<PracticeRow> rows = frozen.stream().map(FrozenRow::row).toList();
        shape(seen, rows);
        List<PracticeRow> others =
                others(rows, true, rows.stream().map(PracticeRow::provider).collect(Collectors.toSet()));
        List<FrozenRow> otherFrozen = new ArrayList<>();
        for (int at = 0; at < frozen.size(); at++) {
            otherFrozen.add(new FrozenRow(
                    others.get(at), frozen.get(at).order(), frozen.get(at).wasNamed()));
        }
        count(Attack.SMALL_ONES_SHOW, !rules.open(otherFrozen, now, ever).equals(seen));
        count(Attack.LINKED_OVER_TIME, !seen.labels().isEmpty());
        sums(seen, rows);
        return seen;
    }

    /** Knows the sum of the rows in the table, and her own if it is one of the hidden. */
    private void sums(Seen seen, List<PracticeRow> rows) {
        Map<String, PracticeRow> all = rows.stream().collect(Collectors.toMap(PracticeRow::provider, row -> row));
        List<PracticeRow> hidden = seen.lines().stream()
                .filter(line -> line.numerator() == null
                        && Objects.requireNonNull(all.get(line.provider())).numerator() != null)
                .map(line -> all.get(line.provider()))
                .toList();
        for (PracticeRow small : rows) {
            boolean isInTable =
                    seen.lines().stream().anyMatch(line -> line.provider().equals(small.provider()));
            if (!isInTable || state(small) != RowState.SMALL) {
                continue;
            }
            count(Attack.OWN_AND_TOTAL_KNOWN, !hidden.contains(small));
            List<PracticeRow> readers = new ArrayList<>(hidden);
            readers.add(PracticeRow.of("nobody", 0, 0));
            for (PracticeRow reader : readers) {
                if (!reader.equals(small) && hidden.contains(small)) {
                    List<PracticeRow> unknown =
                            hidden.stream().filter(row -> !row.equals(reader)).toList();
                    count(Attack.OWN_AND_TOTAL_KNOWN, interval(small, unknown) < 3);
                    boolean isOutside = unknown.size() == hidden.size() && hidden.size() <= 3;
                    count(Attack.RULES_KNOWN, isOutside && worlds(small, unknown) < 2);
                }
            }
        }
    }

    /** How many values the small part of it may have, of the sum and the sizes alone. */
    private static long interval(PracticeRow small, List<PracticeRow> unknown) {
        boolean isOfFew = small.num() >= 1 && small.num() <= 4;
        long sum = unknown.stream()
                .mapToLong(row -> isOfFew ? row.num() : row.den() - row.num())
                .sum();
        long caps = unknown.stream()
                .filter(row -> !row.equals(small))
                .mapToLong(PracticeRow::den)
                .sum();
        return Math.min(small.den(), sum - (unknown.size() - 1)) - Math.max(1, sum - caps) + 1;
    }

    /** How many values it may have in all worlds with the same sum that the rules would show alike. */
    private static int worlds(PracticeRow small, List<PracticeRow> unknown) {
        List<PracticeRow> others = new ArrayList<>(unknown);
        others.remove(small);
        long sum = unknown.stream().mapToLong(PracticeRow::num).sum();
        long smalls =
                unknown.stream().filter(row -> state(row) == RowState.SMALL).count();
        Set<Long> values = new HashSet<>();
        for (long value = 0; value <= Math.min(sum, small.den()); value++) {
            if (isPossible(sum - value, small, value, others, smalls)) {
                values.add(value);
            }
        }
        return values.size();
    }

    private static boolean isPossible(long rest, PracticeRow small, long value, List<PracticeRow> others, long smalls) {
        if (others.size() < 2) {
            return others.isEmpty()
                    ? rest == 0
                    : isAlike(smalls, small.den(), value, others.get(0).den(), rest);
        }
        for (long second = 0; second <= Math.min(rest, others.get(0).den()); second++) {
            if (isAlike(
                    smalls,
                    small.den(),
                    value,
                    others.get(0).den(),
                    second,
                    others.get(1).den(),
                    rest - second)) {
                return true;
            }
        }
        return false;
    }

    /** So many small ones, and everybody else large enough to stand beside them. @param cells a size and a count each */
    private static boolean isAlike(long smalls, long... cells) {
        int small = 0;
        for (int at = 0; at < cells.length; at += 2) {
            long den = cells[at];
            long num = cells[at + 1];
            if (num > den) {
                return false;
            }
            boolean isSmall = state(PracticeRow.of("any", num, den)) == RowState.SMALL;
            if (!isSmall && (num <= 4 || den - num <= 4)) {
                return false;
            }
            small += isSmall ? 1 : 0;
        }
        return small == smalls;
    }

    /** @param ever who had ever said yes to being named by then */
    private record Looked(Seen seen, Set<String> ever) {}

    /** Takes from every picture the rates of all who were ever shown by name: none may be left, or six and more. */
    private void leftOver(List<FrozenRow> frozen, List<Looked> history) {
        Map<String, Long> shown = new HashMap<>();
        for (Looked looked : history) {
            for (Line line : looked.seen().lines()) {
                if (line.percent() != null) {
                    shown.put(line.provider(), line.percent());
                }
            }
        }
        for (Looked looked : history) {
            Seen seen = looked.seen();
            List<Double> left = new ArrayList<>(seen.dots() == null ? List.of() : seen.dots());
            for (FrozenRow row : frozen) {
                String provider = row.row().provider();
                Long rate = shown.get(provider);
                boolean isInTable = seen.lines().stream()
                        .anyMatch(line -> line.provider().equals(provider) && line.percent() != null);
                // without a table everybody is in the picture; beside one, who is in it and who was never named
                boolean isInPicture =
                        seen.lines().isEmpty() || isInTable || !looked.ever().contains(provider);
                if (rate != null && isInPicture) {
                    left.remove(rate.doubleValue());
                }
            }
            boolean isFound = !left.isEmpty() && left.size() < LEAST;
            count(Attack.LEFT_OVER, isFound);
            if (isFound && told.isEmpty()) {
                told = left + " of " + frozen + " after " + history;
            }
        }
    }
}
