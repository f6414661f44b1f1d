package dk.klyngeflow.benchmarks;

import dk.klyngeflow.figuretables.TableProblem;
import dk.klyngeflow.figuretables.TableReading.SetAside;
import dk.klyngeflow.figuretables.TableReading.Skipped;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a table says and what would be stored of it; only for who imports it. @param measures how many */
record MeasurePreview(
        List<Row> rows,
        int practices,
        int periods,
        int measures,
        List<SetAside> setAside,
        List<Skipped> skipped,
        List<TableProblem> problems,
        List<Named> named) {

    /** @param measure as people call it */
    record Row(
            int line,
            String provider,
            String measure,
            String period,
            @Nullable Long numerator,
            @Nullable Long denominator,
            RowState state) {}

    /** A measure of the file. @param isNew when nobody has described it yet */
    record Named(String id, String title, boolean isNew) {}
}
