package dk.klyngeflow.meetings;

import dk.klyngeflow.invoices.CountedSql;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds up what pieces of work cost by phase: statements and milliseconds. What happens between the pieces is not counted. */
final class Meter {

    private final Map<String, List<String>> statements = new LinkedHashMap<>();
    private final Map<String, Double> millis = new LinkedHashMap<>();

    void during(String phase, Runnable work) {
        double[] took = new double[1];
        List<String> sent = CountedSql.during(() -> {
            long start = System.nanoTime();
            work.run();
            took[0] = (System.nanoTime() - start) / 1e6;
        });
        millis.merge(phase, took[0], Double::sum);
        statements.computeIfAbsent(phase, any -> new ArrayList<>()).addAll(sent);
    }

    /** What was sent in the phase, in order. */
    List<String> sent(String phase) {
        return statements.getOrDefault(phase, List.of());
    }

    List<String> sent() {
        return statements.values().stream().flatMap(List::stream).toList();
    }

    double millis(String phase) {
        return millis.getOrDefault(phase, 0.0);
    }

    double statements(String phase) {
        return sent(phase).size();
    }

    double allStatements() {
        return sent().size();
    }

    double allMillis() {
        return millis.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
