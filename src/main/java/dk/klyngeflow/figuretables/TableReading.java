package dk.klyngeflow.figuretables;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a table says, before anything of it is stored. */
public record TableReading(
        List<ReadRow> rows, List<SetAside> setAside, List<Skipped> skipped, List<Compared> compared) {

    public TableReading {
        rows = List.copyOf(rows);
        setAside = List.copyOf(setAside);
        skipped = List.copyOf(skipped);
        compared = List.copyOf(compared);
    }

    /** What was asked for beside the file, where the file itself does not say. */
    public record Asked(String measure, String period, String sheet, String share) {

        public static final Asked NOTHING = new Asked("", "", "", "");
    }

    /**
     * @param numerator null when it is missing or hidden at the source
     * @param isHidden hidden at the source: counts as small, and is neither 0 nor missing
     * @param isAbout whether the numerator was reckoned from a rounded percentage that fits several
     */
    public record ReadRow(
            int line,
            String provider,
            String measure,
            MeasurePeriod period,
            @Nullable Long numerator,
            @Nullable Long denominator,
            boolean isHidden,
            boolean isAbout) {

        String key() {
            return provider + "|" + TableHeadings.plain(measure) + "|" + period.key();
        }

        boolean isSameFigure(ReadRow other) {
            return Objects.equals(numerator, other.numerator)
                    && Objects.equals(denominator, other.denominator)
                    && isHidden == other.isHidden;
        }
    }

    /** A practice that is not of the cluster, or has said no: nothing of its figures is stored. */
    public record SetAside(int line, String provider, String message) {}

    /** What the region or the country has, beside the practices. */
    public record Compared(String name, String measure, MeasurePeriod period, long numerator, long denominator) {}

    /** What is passed over. @param line 0 when the whole file is meant */
    public record Skipped(int line, String message) {}
}
