package dk.klyngeflow.followup;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BeforeAfterTest {

    private static ReMeasure measured(String before, String after, boolean lowerIsBetter) {
        return new ReMeasure(
                "Rygere, der er spurgt",
                new ReMeasure.Figures("%", new BigDecimal(before), new BigDecimal(after), lowerIsBetter),
                "",
                ReMeasure.Files.NONE,
                null);
    }

    @ParameterizedTest
    @CsvSource({
        "26, 41.50, false, 'Rygere, der er spurgt: 26 % før og 41,5 % efter. Højere er bedre; det er gået fremad.'",
        "26, 41.50, true, 'Rygere, der er spurgt: 26 % før og 41,5 % efter. Lavere er bedre; det er ikke blevet bedre endnu.'",
        "40, 30, true, 'Rygere, der er spurgt: 40 % før og 30 % efter. Lavere er bedre; det er gået fremad.'",
        "40, 30, false, 'Rygere, der er spurgt: 40 % før og 30 % efter. Højere er bedre; det er ikke blevet bedre endnu.'",
        "40, 40.00, false, 'Rygere, der er spurgt: 40 % før og 40 % efter. Højere er bedre; det er uændret.'"
    })
    void saysWhatTheBarsMean(String before, String after, boolean lowerIsBetter, String sentence) {
        assertThat(BeforeAfter.of(measured(before, after, lowerIsBetter))
                        .orElseThrow()
                        .sentence())
                .isEqualTo(sentence);
    }

    @ParameterizedTest
    @CsvSource({"50, 100, 150, 300", "100, 25, 300, 75", "0, 0, 0, 0", "-5, 10, 0, 300"})
    void theLongerBarFillsTheWidth(String before, String after, int beforeWidth, int afterWidth) {
        BeforeAfter chart = BeforeAfter.of(measured(before, after, false)).orElseThrow();
        assertThat(chart.beforeWidth()).isEqualTo(beforeWidth);
        assertThat(chart.afterWidth()).isEqualTo(afterWidth);
    }

    @Test
    void thereIsNothingToDrawWithoutFigures() {
        assertThat(BeforeAfter.of(ReMeasure.declined("Vi har ikke data"))).isEmpty();
    }
}
