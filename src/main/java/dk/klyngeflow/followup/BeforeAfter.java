package dk.klyngeflow.followup;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * Two bars, before and after, with what they say in a sentence for those who do not see them.
 *
 * @param beforeWidth of the bar, from 0 to {@link #WIDTH}
 */
record BeforeAfter(String before, String after, int beforeWidth, int afterWidth, String sentence) {

    static final int WIDTH = 300;

    /** Empty when there are no figures. */
    static Optional<BeforeAfter> of(ReMeasure measured) {
        ReMeasure.Figures figures = measured.figures();
        BigDecimal before = figures.before();
        BigDecimal after = figures.after();
        if (before == null || after == null) {
            return Optional.empty();
        }
        BigDecimal most = before.max(after);
        return Optional.of(new BeforeAfter(
                text(before, figures.unit()),
                text(after, figures.unit()),
                width(before, most),
                width(after, most),
                "%s: %s før og %s efter. %s"
                        .formatted(
                                measured.measure(),
                                text(before, figures.unit()),
                                text(after, figures.unit()),
                                meaning(after.compareTo(before), figures.lowerIsBetter()))));
    }

    /** No blame: what did not get better did not yet. */
    private static String meaning(int change, boolean lowerIsBetter) {
        String better = lowerIsBetter ? "Lavere er bedre" : "Højere er bedre";
        if (change == 0) {
            return better + "; det er uændret.";
        }
        boolean improved = change < 0 == lowerIsBetter;
        return better + (improved ? "; det er gået fremad." : "; det er ikke blevet bedre endnu.");
    }

    private static int width(BigDecimal value, BigDecimal most) {
        if (value.signum() <= 0 || most.signum() <= 0) {
            return 0;
        }
        return value.multiply(BigDecimal.valueOf(WIDTH))
                .divide(most, 0, RoundingMode.HALF_UP)
                .intValue();
    }

    private static String text(BigDecimal value, String unit) {
        BigDecimal bare = value.stripTrailingZeros();
        String number =
                (bare.scale() < 0 ? bare.setScale(0) : bare).toPlainString().replace('.', ',');
        return unit.isEmpty() ? number : number + " " + unit;
    }
}
