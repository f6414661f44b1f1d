package dk.klyngeflow.benchmarks;

import dk.klyngeflow.engine.Rows.Column;
import org.jspecify.annotations.Nullable;

/**
 * The raw figures of one practice, for one measure and period. Only {@link RawRows} reads them, and nobody but their own practice sees them.
 *
 * @param numerator null when missing, or hidden at the source
 */
record PracticeRow(
        @Column("provider_number") String provider,
        @Nullable Long numerator,
        @Nullable Long denominator,
        @Column("is_hidden") boolean isHidden) {

    static PracticeRow of(String provider, long numerator, long denominator) {
        return new PracticeRow(provider, numerator, denominator, false);
    }

    long num() {
        return numerator == null ? 0 : numerator;
    }

    long den() {
        return denominator == null ? 0 : denominator;
    }
}
