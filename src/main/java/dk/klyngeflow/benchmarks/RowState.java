package dk.klyngeflow.benchmarks;

/** How much may be made of a practice's figures. */
enum RowState {
    OK,
    /** Too few for a percentage. */
    FEW,
    /** So few that a patient might be known. */
    SMALL,
    HIDDEN_AT_SOURCE,
    ABSENT;

    private static final int LARGEST_SMALL = 4;
    private static final int LEAST_DENOMINATOR = 20;

    static RowState of(MeasureKind kind, PracticeRow row) {
        if (row.isHidden()) {
            return HIDDEN_AT_SOURCE;
        }
        if (row.numerator() == null || row.den() == 0) {
            return ABSENT;
        }
        boolean isSmall = kind == MeasureKind.PROPORTION
                && (isSmall(row.num()) || isSmall(row.den()) || isSmall(row.den() - row.num()));
        if (isSmall) {
            return SMALL;
        }
        return row.den() < LEAST_DENOMINATOR ? FEW : OK;
    }

    private static boolean isSmall(long count) {
        return count >= 1 && count <= LARGEST_SMALL;
    }

    /** Hidden from everybody else. */
    boolean isHiddenFromPeers() {
        return this == SMALL || this == HIDDEN_AT_SOURCE;
    }

    /** Has figures, though they are not shown. */
    boolean isNotShown() {
        return isHiddenFromPeers() || this == FEW;
    }

    /** Of a denominator that may not be shown either. */
    static boolean isSmallCount(long count) {
        return isSmall(count);
    }
}
