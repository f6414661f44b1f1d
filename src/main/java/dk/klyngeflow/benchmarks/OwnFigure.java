package dk.klyngeflow.benchmarks;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The own row of a practice, for its own eyes (rule R5).
 *
 * @param percent of a rate for each thousand; null with fewer than twenty
 * @param low of the interval in which chance alone may move it; null where percent is, and of a rate
 * @param gap how many fewer or more would reach the median; null when there is nothing to reach
 * @param isPerhapsChance whether the interval holds the median
 */
record OwnFigure(
        @Nullable Long numerator,
        @Nullable Long denominator,
        RowState state,
        @Nullable BigDecimal percent,
        @Nullable BigDecimal low,
        @Nullable BigDecimal high,
        @Nullable Long gap,
        boolean isPerhapsChance) {

    private static final double Z = 1.95996;
    private static final int HUNDRED = 100;
    private static final int LEAST = 20;

    static OwnFigure of(Measure measure, PracticeRow row, Optional<Spread> spread) {
        RowState state = RowState.of(measure.kind(), row);
        boolean isKnown = row.numerator() != null && row.den() >= LEAST;
        if (!isKnown) {
            return new OwnFigure(row.numerator(), row.denominator(), state, null, null, null, null, false);
        }
        BigDecimal percent = BigDecimal.valueOf(row.num() * measure.kind().times())
                .divide(BigDecimal.valueOf(row.den()), measure.isRate() ? 1 : 0, RoundingMode.HALF_UP);
        Optional<BigDecimal> median = spread.map(each -> each.shown(each.median()));
        Long gap = median.map(each -> gap(measure, row, each)).orElse(null);
        if (measure.isRate()) {
            return new OwnFigure(row.numerator(), row.denominator(), state, percent, null, null, gap, false);
        }
        double[] wilson = wilson(row.num(), row.den());
        boolean isChance = median.filter(
                        each -> each.doubleValue() >= wilson[0] * HUNDRED && each.doubleValue() <= wilson[1] * HUNDRED)
                .isPresent();
        return new OwnFigure(
                row.numerator(), row.denominator(), state, percent, tenth(wilson[0]), tenth(wilson[1]), gap, isChance);
    }

    /** Wilson's interval of 95 %. */
    static double[] wilson(long numerator, long denominator) {
        double n = denominator;
        double p = numerator / n;
        double mid = (p + Z * Z / (2 * n)) / (1 + Z * Z / n);
        double half = Z / (1 + Z * Z / n) * Math.sqrt(p * (1 - p) / n + Z * Z / (4 * n * n));
        return new double[] {Math.max(0, mid - half), Math.min(1, mid + half)};
    }

    /** How many to the median, when a direction is better and it is not reached. */
    private static @Nullable Long gap(Measure measure, PracticeRow row, BigDecimal median) {
        BigDecimal there = median.multiply(BigDecimal.valueOf(row.den()))
                .divide(BigDecimal.valueOf(measure.kind().times()));
        BigDecimal missing = switch (measure.direction()) {
            case LOWER -> BigDecimal.valueOf(row.num()).subtract(there);
            case HIGHER -> there.subtract(BigDecimal.valueOf(row.num()));
            case NONE -> BigDecimal.ZERO;
        };
        long whole = missing.setScale(0, RoundingMode.CEILING).longValue();
        return whole > 0 ? whole : null;
    }

    private static BigDecimal tenth(double share) {
        return BigDecimal.valueOf(share * HUNDRED).setScale(1, RoundingMode.HALF_UP);
    }
}
