package dk.klyngeflow.meetings;

import dk.klyngeflow.invoices.CountedSql;
import java.util.LinkedHashMap;
import java.util.Map;

/** Adds up what pieces of work cost by phase: statements and milliseconds. What happens between the pieces is not counted. */
final class Meter {

    private final Map<String, Long> statements = new LinkedHashMap<>();
    private final Map<String, Double> millis = new LinkedHashMap<>();

    void during(String phase, Runnable work) {
        long sql = CountedSql.soFar();
        long start = System.nanoTime();
        work.run();
        millis.merge(phase, (System.nanoTime() - start) / 1e6, Double::sum);
        statements.merge(phase, CountedSql.soFar() - sql, Long::sum);
    }

    Map<String, Long> statements() {
        return statements;
    }

    double millis(String phase) {
        return millis.getOrDefault(phase, 0.0);
    }

    double statements(String phase) {
        return statements.getOrDefault(phase, 0L);
    }

    double allStatements() {
        return statements.values().stream().mapToLong(Long::longValue).sum();
    }

    double allMillis() {
        return millis.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
