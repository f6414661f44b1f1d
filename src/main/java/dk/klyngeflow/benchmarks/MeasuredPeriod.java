package dk.klyngeflow.benchmarks;

/** One measure in one period: what is imported and frozen together. @param period its key, as {@code 2026K1} */
record MeasuredPeriod(String measureId, String period) {}
