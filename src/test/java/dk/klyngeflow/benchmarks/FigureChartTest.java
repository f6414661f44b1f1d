package dk.klyngeflow.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dk.klyngeflow.figuretables.MeasurePeriod;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The picture tells no more than was released: whole percents, and the own mark. */
class FigureChartTest {

    private static final Measure MEASURE = new Measure(
            "hoej-dosis",
            "Opioider: høj dosis",
            MeasureKind.PROPORTION,
            Measure.Direction.LOWER,
            new Measure.Words("recepter på høje doser", "recepter på opioider", "", ""),
            null);
    private static final Pattern CIRCLE = Pattern.compile("cx=\"([\\d.]+)\"");
    private static final Pattern SIZE = Pattern.compile("font-size=\"(\\d+)\"");

    private static Figures.View view(String figures, String own) {
        Optional<Spread> spread = Spread.of(MeasureKind.PROPORTION, SpreadTest.rows(figures));
        String[] parts = own.split("/");
        Optional<OwnFigure> figure = own.isEmpty()
                ? Optional.empty()
                : Optional.of(OwnFigure.of(
                        MEASURE, PracticeRow.of("000100", Long.parseLong(parts[0]), Long.parseLong(parts[1])), spread));
        return new Figures.View(MEASURE, MeasurePeriod.of("2026K1").orElseThrow(), spread, figure, List.of(), Map.of());
    }

    private static final String TWELVE =
            "12/100 30/150 8/80 20/100 45/180 16/64 14/70 21/90 33/120 25/111 19/77 41/160";

    @Test
    void everyDotStandsOnAWholePercent() {
        Figures.View view = view(TWELVE, "41/160");
        Matcher circle = CIRCLE.matcher(FigureChart.svg(view, 10));
        List<Long> found = new ArrayList<>();
        while (circle.find()) {
            double percent = (Double.parseDouble(circle.group(1)) - FigureChart.LEFT) / FigureChart.SPAN * 40;
            assertThat(percent).isCloseTo(Math.rint(percent), within(1e-6));
            found.add(Math.round(percent));
        }
        assertThat(found).isEqualTo(view.released().orElseThrow().dots());
    }

    @Test
    void belowTenThereAreNoDotsButABandAndAMedian() {
        String svg = FigureChart.svg(view("12/100 30/150 8/80 20/100 45/180 16/64", "12/100"), 10);
        assertThat(svg).doesNotContain("<circle").contains("median 20 %").contains("<path");
        assertThat(FigureChart.svg(view(TWELVE, ""), 13)).doesNotContain("<circle");
    }

    @Test
    void theTrendNamesTheOwnPracticeOnlyWhenItIsInIt() {
        assertThat(TrendChart.svg(List.of(view(TWELVE, ""), view(TWELVE, ""))))
                .contains("klyngens median")
                .doesNotContain("jeres praksis");
        assertThat(TrendChart.svg(List.of(view(TWELVE, ""), view(TWELVE, "41/160"))))
                .contains("klyngens median", "jeres praksis");
    }

    @Test
    void saysInWordsWhatItShows() {
        String svg = FigureChart.svg(view(TWELVE, "41/160"), 10);
        assertThat(svg).contains("<title>Opioider: høj dosis, 1. kvartal 2026</title>");
        assertThat(svg)
                .contains("<desc>Jeres praksis: 41 recepter på høje doser af 160 recepter på opioider (26 %).")
                .contains("lavere er bedre")
                .contains("færre ville nå klyngens median")
                .contains("kan være tilfældig");
        Matcher size = SIZE.matcher(svg);
        while (size.find()) {
            assertThat(Integer.parseInt(size.group(1))).isGreaterThanOrEqualTo(15);
        }
    }

    /** 41 of 160 against 19 %: eleven fewer; and Wilson's interval as in the check values. */
    @Test
    void gapAndIntervalAreAsReckoned() {
        OwnFigure own = OwnFigure.of(
                MEASURE,
                PracticeRow.of("1", 41, 160),
                Optional.of(new Spread(List.of(19L, 19L, 19L, 19L, 19L, 19L), 19, 19, 19, 19L, BigDecimal.ONE, 0)));
        assertThat(own.gap()).isEqualTo(11);
        assertThat(own.low()).isEqualByComparingTo("19.5");
        assertThat(own.high()).isEqualByComparingTo("32.9");
        assertThat(own.isPerhapsChance()).isFalse();
        double[] nought = OwnFigure.wilson(0, 70);
        assertThat(nought[0]).isZero();
        assertThat(nought[1]).isCloseTo(0.052, within(0.0005));
        double[] few = OwnFigure.wilson(9, 20);
        assertThat(few[0]).isCloseTo(0.258, within(0.0005));
        assertThat(few[1]).isCloseTo(0.658, within(0.0005));
    }

    @Test
    void fewerThanTwentyHaveNoPercentAndNoMark() {
        Figures.View view = view(TWELVE, "9/19");
        assertThat(FigureWords.all(view))
                .contains("9 recepter på høje doser af 19")
                .contains("for få til en procent");
        assertThat(FigureChart.svg(view, 10)).doesNotContain("<path");
    }

    @Test
    void withoutADirectionNothingIsBetter() {
        Measure none = new Measure("m", "M", MeasureKind.PROPORTION, Measure.Direction.NONE, MEASURE.words(), null);
        Figures.View of = view(TWELVE, "41/160");
        Spread spread = of.released().orElseThrow();
        OwnFigure own = OwnFigure.of(none, PracticeRow.of("1", 90, 160), of.released());
        assertThat(own.gap()).isNull();
        assertThat(FigureWords.aim(none, spread)).isEmpty();
        assertThat(FigureWords.aim(MEASURE, spread)).contains("En fjerdedel af jer når allerede");
    }
}
