package dk.klyngeflow.followup;

import dk.klyngeflow.engine.Rows.Column;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The topic of a meeting measured again some months later, or why it was not.
 *
 * @param measure what was measured
 * @param declinedReason null when it was measured
 */
public record ReMeasure(
        String measure,
        Figures figures,
        String note,
        Files files,
        @Nullable String declinedReason) {

    /**
     * @param unit such as {@code %}; may be empty
     * @param before null, as the other, when only files were laid, or it was declined
     */
    public record Figures(
            String unit,
            @Column("before_value") @Nullable BigDecimal before,
            @Column("after_value") @Nullable BigDecimal after,
            boolean lowerIsBetter) {

        static final Figures NONE = new Figures("", null, null, false);
    }

    /** Ids of documents. */
    public record Files(
            @Nullable String beforeDocument, @Nullable String afterDocument) {

        static final Files NONE = new Files(null, null);
    }

    static ReMeasure declined(String reason) {
        return new ReMeasure("", Figures.NONE, "", Files.NONE, reason);
    }
}
