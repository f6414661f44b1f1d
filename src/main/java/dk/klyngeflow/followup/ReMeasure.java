package dk.klyngeflow.followup;

import dk.klyngeflow.engine.Rows.Column;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * The topic of a meeting measured again some months later, or why it was not.
 *
 * @param measure what was measured
 * @param unit such as {@code %}; may be empty
 * @param before null when only files were laid, or it was declined
 * @param declinedReason null when it was measured
 */
public record ReMeasure(
        String measure,
        String unit,
        @Column("before_value") @Nullable BigDecimal before,
        @Column("after_value") @Nullable BigDecimal after,
        boolean lowerIsBetter,
        String note,
        @Nullable String beforeDocument,
        @Nullable String afterDocument,
        @Nullable String declinedReason) {

    static ReMeasure declined(String reason) {
        return new ReMeasure("", "", null, null, false, "", null, null, reason);
    }

    boolean hasFigures() {
        return before != null && after != null;
    }
}
