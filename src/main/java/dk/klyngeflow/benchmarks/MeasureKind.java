package dk.klyngeflow.benchmarks;

/** What a measure counts. */
public enum MeasureKind {
    /** Some of all: the numerator is part of the denominator. */
    PROPORTION,
    /** Things for each thousand patients: services, doses. */
    RATE_PER_1000;

    private static final int HUNDRED = 100;
    private static final int THOUSAND = 1000;

    long times() {
        return this == PROPORTION ? HUNDRED : THOUSAND;
    }
}
