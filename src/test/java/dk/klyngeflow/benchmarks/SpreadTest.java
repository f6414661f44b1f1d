package dk.klyngeflow.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The worked examples: what everybody sees of these rows. */
class SpreadTest {

    private static final String BASE = "12/100 30/150 8/80 20/100 45/180 16/64";

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "1, ''       , 10 12 20 20 25 25    , 14 20 24, 19, 0",
                "4, 4/64     , 10 12 20 20 25 25    , 14 20 24, 19, 1",
                "5, 5/64     , 8 10 12 20 20 25 25  , 11 20 23, 18, 0",
                "6, 9/19     , 10 12 20 20 25 25    , 14 20 24, 19, 1",
                "7, 9/20     , 10 12 20 20 25 25 45 , 16 20 25, 20, 0",
                "8, 97/100   , 10 12 20 20 25 25    , 14 20 24, 19, 1",
                "9, 0/70     , 0 10 12 20 20 25 25  , 11 20 23, 18, 0",
                "10, 300/1100, 10 12 20 20 25 25 27 , 16 20 25, - , 0"
            })
    void everybodySees(int example, String more, String dots, String quartiles, String rate, int notShown) {
        Spread spread =
                Spread.of(MeasureKind.PROPORTION, rows(BASE + " " + more)).orElseThrow();

        assertThat(joined(spread.dots())).as("dots of %s", example).isEqualTo(dots);
        assertThat(joined(List.of(spread.q1(), spread.median(), spread.q3()))).isEqualTo(quartiles);
        assertThat(spread.rate()).isEqualTo(rate == null ? null : Long.valueOf(rate));
        assertThat(spread.notShown()).isEqualTo(notShown);
    }

    /** Examples 2 and 3. */
    @Test
    void nothingIsSeenOfFive() {
        String five = BASE.substring(0, BASE.lastIndexOf(' '));
        assertThat(Spread.of(MeasureKind.PROPORTION, rows(five))).isEmpty();
        assertThat(Spread.of(MeasureKind.PROPORTION, rows(five + " 4/64"))).isEmpty();
    }

    /** Example 11: the small one and exactly two others are hidden; of the four left there is no picture. */
    @Test
    void aSmallOneIsHiddenAmongTwoOthers() {
        List<FrozenRow> rows = frozen(BASE + " 2/90", Set.of());
        NamedTable table = NamedTable.of(MeasureKind.PROPORTION, rows, all(rows), all(rows));

        assertThat(table.lines().stream().filter(NamedTable.Line::isHidden)).hasSize(3);
        assertThat(line(table, 6).isHidden()).isTrue();
        assertThat(line(table, 6).numerator()).isNull();
        assertThat(line(table, 6).denominator()).isEqualTo(90);
        assertThat(table.spread()).isEmpty();
    }

    /** Example 12. */
    @Test
    void anUnnamedOneIsInNoneOfIt() {
        List<FrozenRow> rows = frozen(BASE + " 14/70", Set.of(6));
        Set<String> named = all(rows);
        named.remove(provider(6));
        NamedTable table = NamedTable.of(MeasureKind.PROPORTION, rows, named, named);

        assertThat(table.lines()).hasSize(6).noneMatch(NamedTable.Line::isHidden);
        assertThat(joined(table.spread().orElseThrow().dots())).isEqualTo("10 12 20 20 25 25");
        assertThat(table.spread().orElseThrow().rate()).isEqualTo(19);
    }

    /** With the commit the row and its dot are gone. */
    @Test
    void whoWithdrawsTheNameTakesTheDotAlong() {
        List<FrozenRow> rows = frozen(BASE + " 14/70", Set.of());
        Set<String> named = all(rows);
        assertThat(joined(NamedTable.of(MeasureKind.PROPORTION, rows, named, all(rows))
                        .spread()
                        .orElseThrow()
                        .dots()))
                .isEqualTo("10 12 20 20 20 25 25");
        named.remove(provider(0));
        NamedTable without = NamedTable.of(MeasureKind.PROPORTION, rows, named, all(rows));
        assertThat(without.lines())
                .extracting("provider")
                .doesNotContain(provider(0))
                .hasSize(6);
        assertThat(joined(without.spread().orElseThrow().dots())).isEqualTo("10 20 20 20 25 25");
    }

    @Test
    void withoutNamesTheOpenClusterSeesTheClosedPicture() {
        List<FrozenRow> rows = frozen(BASE, Set.of(0, 1, 2, 3, 4, 5));
        NamedTable table = NamedTable.of(MeasureKind.PROPORTION, rows, Set.of(), Set.of());
        assertThat(table.lines()).isEmpty();
        assertThat(table.spread()).isEqualTo(Spread.of(MeasureKind.PROPORTION, rows(BASE)));
    }

    /** Six have seen seven dots; when the six are named afterwards, the seventh would be what is left. */
    @Test
    void aNameGivenLateCountsOnlyWhenNobodyIsLeftOver() {
        List<FrozenRow> rows = frozen(BASE + " 14/70", Set.of(0, 1, 2, 3, 4, 5, 6));
        Set<String> six = all(rows);
        six.remove(provider(6));
        assertThat(NamedTable.of(MeasureKind.PROPORTION, rows, six, six).lines())
                .isEmpty();
        assertThat(NamedTable.of(MeasureKind.PROPORTION, rows, all(rows), all(rows))
                        .lines())
                .hasSize(7);
    }

    @Test
    void aDenominatorThatIsSmallItselfIsHiddenToo() {
        List<FrozenRow> rows = frozen(BASE + " 0/3", Set.of());
        NamedTable table = NamedTable.of(MeasureKind.PROPORTION, rows, all(rows), all(rows));
        assertThat(line(table, 6).denominator()).isNull();
        assertThat(table.lines().stream().filter(NamedTable.Line::isHidden)).hasSize(3);
    }

    @Test
    void aNewerSetIsShownOnlyWhenNobodyOrThreeHaveChanged() {
        List<PracticeRow> older = rows(BASE + " 14/70 21/90 3/80");
        assertThat(changed(older, 8, "4/80")).isEqualTo(Republication.UNCHANGED);
        assertThat(changed(older, 0, "13/100")).isEqualTo(Republication.TOO_FEW_CHANGED);
        assertThat(Republication.of(
                        MeasureKind.PROPORTION, older, rows("13/100 31/150 8/80 20/100 45/180 16/64 14/70 21/90")))
                .isEqualTo(Republication.TOO_FEW_CHANGED);
        assertThat(Republication.of(
                        MeasureKind.PROPORTION, older, rows("13/100 31/150 9/80 20/100 45/180 16/64 14/70 21/90")))
                .isEqualTo(Republication.MANY_CHANGED);
    }

    private static Republication changed(List<PracticeRow> older, int which, String figure) {
        List<PracticeRow> newer = new ArrayList<>(older);
        newer.set(which, row(which, figure));
        return Republication.of(MeasureKind.PROPORTION, older, newer);
    }

    /** Of a rate the dots are rounded to a hundredth of the largest, or a little more. */
    @Test
    void ratesAreRoundedToAStepOfTheirOwn() {
        Spread spread = Spread.of(MeasureKind.RATE_PER_1000, rows("42/8058 3/8067 30/17428 29/17508 26/17627 37/8101"))
                .orElseThrow();
        assertThat(spread.step()).isEqualByComparingTo("0.1");
        assertThat(spread.dots().stream().map(spread::shown).map(Object::toString))
                .containsExactly("0.4", "1.5", "1.7", "1.7", "4.6", "5.2");
    }

    @Test
    void stateOfARow() {
        for (String[] each : new String[][] {
            {"0/70", "OK"},
            {"1/70", "SMALL"},
            {"4/70", "SMALL"},
            {"5/70", "OK"},
            {"66/70", "SMALL"},
            {"65/70", "OK"},
            {"70/70", "OK"},
            {"9/19", "FEW"},
            {"9/20", "OK"},
            {"0/3", "SMALL"},
            {"0/0", "ABSENT"}
        }) {
            assertThat(RowState.of(MeasureKind.PROPORTION, row(0, each[0])))
                    .as(each[0])
                    .isEqualTo(RowState.valueOf(each[1]));
        }
        assertThat(RowState.of(MeasureKind.RATE_PER_1000, row(0, "3/8000"))).isEqualTo(RowState.OK);
        assertThat(RowState.of(MeasureKind.PROPORTION, new PracticeRow("1", null, 70L, true)))
                .isEqualTo(RowState.HIDDEN_AT_SOURCE);
    }

    @Test
    void percentIsRoundedHalfUp() {
        assertThat(Spread.rounded(MeasureKind.PROPORTION, 1, 8, java.math.BigDecimal.ONE))
                .isEqualTo(13);
        assertThat(Spread.rounded(MeasureKind.PROPORTION, 1, 200, java.math.BigDecimal.ONE))
                .isEqualTo(1);
    }

    // ---- helpers, also for the attacker ----

    static List<PracticeRow> rows(String figures) {
        String[] each = figures.strip().split("\\s+");
        return new ArrayList<>(IntStream.range(0, each.length)
                .mapToObj(at -> row(at, each[at]))
                .toList());
    }

    private static PracticeRow row(int at, String figure) {
        String[] parts = figure.split("/");
        return PracticeRow.of(provider(at), Long.parseLong(parts[0]), Long.parseLong(parts[1]));
    }

    private static List<FrozenRow> frozen(String figures, Set<Integer> unnamed) {
        List<PracticeRow> rows = rows(figures);
        return IntStream.range(0, rows.size())
                .mapToObj(at -> new FrozenRow(rows.get(at), "order" + at, !unnamed.contains(at)))
                .toList();
    }

    private static Set<String> all(List<FrozenRow> rows) {
        return rows.stream().map(each -> each.row().provider()).collect(Collectors.toCollection(HashSet::new));
    }

    private static NamedTable.Line line(NamedTable table, int at) {
        return table.lines().stream()
                .filter(each -> each.provider().equals(provider(at)))
                .findFirst()
                .orElseThrow();
    }

    static String provider(int at) {
        return "%06d".formatted(100 + at);
    }

    private static String joined(List<Long> values) {
        return values.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }
}
