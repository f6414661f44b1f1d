package dk.klyngeflow.benchmarks;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether a newer set may be shown beside one that has been seen, of the same measure and an overlapping period (rule R7): whoever takes
 * the one from the other must find nobody, or three practices and more.
 */
enum Republication {
    UNCHANGED,
    /** One practice or two have joined, left or changed: they could be found. The older one stands. */
    TOO_FEW_CHANGED,
    MANY_CHANGED;

    private static final int LEAST = 3;

    /** Looks at the large enough ones alone: what a small one does must change nothing that others see. */
    static Republication of(MeasureKind kind, List<PracticeRow> older, List<PracticeRow> newer) {
        Map<String, PracticeRow> before = large(kind, older);
        Map<String, PracticeRow> after = large(kind, newer);
        Set<String> all = new HashSet<>(before.keySet());
        all.addAll(after.keySet());
        long changed = all.stream()
                .filter(provider -> !isSame(before.get(provider), after.get(provider)))
                .count();
        return changed == 0 ? UNCHANGED : changed < LEAST ? TOO_FEW_CHANGED : MANY_CHANGED;
    }

    private static boolean isSame(@Nullable PracticeRow one, @Nullable PracticeRow other) {
        return one != null && other != null && one.num() == other.num() && one.den() == other.den();
    }

    private static Map<String, PracticeRow> large(MeasureKind kind, List<PracticeRow> rows) {
        return rows.stream()
                .filter(row -> RowState.of(kind, row) == RowState.OK)
                .collect(Collectors.toMap(PracticeRow::provider, row -> row));
    }
}
