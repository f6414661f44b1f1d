package dk.klyngeflow.benchmarks;

import dk.klyngeflow.engine.Rows.Column;
import dk.klyngeflow.figuretables.TableHeadings;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What is measured, in the words of people: never numerator and denominator on members' pages. Holds no figure of anybody. */
public record Measure(
        String measureId,
        String title,
        MeasureKind kind,
        Direction direction,
        Words words,
        @Nullable Target target) {

    private static final int LONGEST_ID = 60;
    private static final Pattern PER_THOUSAND = Pattern.compile("(?i)\\b(pr|per)\\.? (1\\.?000|tusind)");

    /** Which way is better; many measures have none. */
    public enum Direction {
        LOWER("lavere er bedre"),
        HIGHER("højere er bedre"),
        NONE("ingen retning er bedre end en anden");

        private final String words;

        Direction(String words) {
            this.words = words;
        }

        String inWords() {
            return words;
        }
    }

    /** @param source where the definition comes from */
    public record Words(String numerator, String denominator, String why, String source) {}

    /** What a guideline says. @param value in percent, or for each thousand */
    public record Target(
            @Column("target") @Nullable BigDecimal value,
            @Column("target_source") @Nullable String source,
            @Column("target_on") @Nullable LocalDate on) {}

    /** One that nobody has described yet, known from a table alone. */
    static Measure unknown(String title) {
        return new Measure(
                id(title),
                title,
                PER_THOUSAND.matcher(title).find() ? MeasureKind.RATE_PER_1000 : MeasureKind.PROPORTION,
                Direction.NONE,
                new Words("talt med", "i alt", "", ""),
                null);
    }

    static String id(String title) {
        String id = TableHeadings.plain(title).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        String cut =
                id.length() <= LONGEST_ID ? id : id.substring(0, LONGEST_ID).replaceAll("-+$", "");
        return cut.isEmpty() ? "maaling" : cut;
    }

    boolean isCalled(String name) {
        return measureId.equals(name) || TableHeadings.plain(title).equals(TableHeadings.plain(name));
    }

    boolean isRate() {
        return kind == MeasureKind.RATE_PER_1000;
    }
}
