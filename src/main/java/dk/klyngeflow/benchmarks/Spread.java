package dk.klyngeflow.benchmarks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What everybody may see of one measure and period: a function of the large enough practices, with nothing in it finer than a whole
 * percent (rules R1 to R4).
 *
 * @param dots sorted, in units of {@code step}
 * @param rate of the cluster; null when one practice or two are most of it
 * @param step what one unit is: a whole percent; of a rate 1, 2 or 5 times a power of ten
 * @param notShown practices with figures too small to be among the dots
 */
record Spread(
        List<Long> dots,
        long q1,
        long median,
        long q3,
        @Nullable Long rate,
        BigDecimal step,
        int notShown) {

    static final int LEAST = 6;
    /** Of two sides, what chance may do to a median of dots one time in twenty. */
    private static final double TAIL = 0.025;

    private static final int LARGEST_SHARE = 50;
    private static final int TWO_LARGEST_SHARE = 85;
    private static final int HUNDRED = 100;

    Spread {
        dots = List.copyOf(dots);
    }

    /** Of closed mode: the same picture for all. Empty when too few are large enough. */
    static Optional<Spread> of(MeasureKind kind, List<PracticeRow> rows) {
        return of(
                kind,
                rows.stream()
                        .filter(row -> RowState.of(kind, row) == RowState.OK)
                        .toList(),
                (int) rows.stream()
                        .filter(row -> RowState.of(kind, row).isNotShown())
                        .count());
    }

    /** @param large those that are shown, each large enough */
    static Optional<Spread> of(MeasureKind kind, List<PracticeRow> large, int notShown) {
        if (large.size() < LEAST) {
            return Optional.empty();
        }
        BigDecimal step = kind == MeasureKind.PROPORTION ? BigDecimal.ONE : step(kind, large);
        List<Long> dots = new ArrayList<>();
        for (PracticeRow row : large) {
            dots.add(rounded(kind, row.num(), row.den(), step));
        }
        Collections.sort(dots);
        return Optional.of(new Spread(
                dots,
                quartile(dots, 1),
                quartile(dots, 2),
                quartile(dots, 3),
                rate(kind, large, step),
                step,
                notShown));
    }

    /** Half up, in whole units of the step. */
    static long rounded(MeasureKind kind, long numerator, long denominator, BigDecimal step) {
        BigDecimal units = BigDecimal.valueOf(numerator).multiply(BigDecimal.valueOf(kind.times()));
        BigDecimal of = BigDecimal.valueOf(denominator).multiply(step);
        return units.divide(of, 0, java.math.RoundingMode.HALF_UP).longValueExact();
    }

    /** Type 7, as spreadsheets reckon (KVARTIL.MEDTAG), of the dots alone, half up to a whole unit. */
    private static long quartile(List<Long> dots, int quarter) {
        long place = (long) (dots.size() - 1) * quarter;
        int below = (int) (place / 4);
        long part = place % 4;
        long low = dots.get(below);
        long high = dots.get(Math.min(below + 1, dots.size() - 1));
        return (4 * low + part * (high - low) + 2) / 4;
    }

    private static @Nullable Long rate(MeasureKind kind, List<PracticeRow> large, BigDecimal step) {
        List<Long> sizes = large.stream()
                .map(PracticeRow::den)
                .sorted(Collections.reverseOrder())
                .toList();
        long all = sizes.stream().mapToLong(Long::longValue).sum();
        boolean isOfFew = sizes.get(0) * HUNDRED > all * LARGEST_SHARE
                || (sizes.get(0) + sizes.get(1)) * HUNDRED > all * TWO_LARGEST_SHARE;
        return isOfFew
                ? null
                : rounded(kind, large.stream().mapToLong(PracticeRow::num).sum(), all, step);
    }

    /** The smallest of 1, 2 and 5 times a power of ten that is a hundredth of the largest, or more. */
    private static BigDecimal step(MeasureKind kind, List<PracticeRow> large) {
        PracticeRow largest = large.stream()
                .max((one, other) -> Long.compare(one.num() * other.den(), other.num() * one.den()))
                .orElseThrow();
        if (largest.num() == 0) {
            return BigDecimal.ONE;
        }
        // step >= times * num / (den * 100)
        BigDecimal least = BigDecimal.valueOf(largest.num()).multiply(BigDecimal.valueOf(kind.times()));
        BigDecimal of = BigDecimal.valueOf(largest.den()).multiply(BigDecimal.valueOf(HUNDRED));
        for (int power = -9; ; power++) {
            for (int digit : new int[] {1, 2, 5}) {
                BigDecimal step = BigDecimal.valueOf(digit).scaleByPowerOfTen(power);
                if (step.multiply(of).compareTo(least) >= 0) {
                    return step;
                }
            }
        }
    }

    /** As it is shown: percent, or for each thousand. */
    BigDecimal shown(long units) {
        BigDecimal value = step.multiply(BigDecimal.valueOf(units));
        return value.scale() < 0 ? value.setScale(0) : value;
    }

    int practices() {
        return dots.size();
    }

    /** Between which two dots the median of such practices lies nineteen times in twenty: by their order alone. */
    long[] medianBetween() {
        int n = dots.size();
        double share = Math.pow(0.5, n);
        double tail = share;
        int left = 0;
        for (int at = 1; tail <= TAIL && 2 * at < n; at++) {
            left = at;
            share = share * (n - at + 1) / at;
            tail += share;
        }
        int first = Math.max(0, left - 1);
        return new long[] {dots.get(first), dots.get(n - 1 - first)};
    }
}
