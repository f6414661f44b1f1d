package dk.klyngeflow.localmodel;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.localmodel.ModelPeople.Voice;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What has most backing, where it is shared, and how it is drawn. */
class ModelTallyTest {

    @Test
    void theMostChosenStandsInTheDraft() {
        ModelTally tally = ModelTally.of(
                List.of(said(Question.HOUR, "16.30"), said(Question.HOUR, "16.30"), said(Question.HOUR, "19.00")));
        assertThat(tally.draft().one(Question.HOUR)).contains("16.30");
        assertThat(tally.ties()).isEmpty();
    }

    @Test
    void aTieIsLeftOpenAndSaid() {
        ModelTally tally = ModelTally.of(List.of(said(Question.HOUR, "16.30"), said(Question.HOUR, "19.00")));
        assertThat(tally.draft().one(Question.HOUR)).isEmpty();
        assertThat(tally.ties())
                .containsExactly(
                        "Klokkeslæt: lige mange (1) vil have „Kl. 16.30, efter klinikken“ og „Kl. 19.00, om aftenen“. Du vælger.");
    }

    /** Where several may be chosen, all that half of those who answered want go together. */
    @Test
    void ofSeveralAnswersAllWithHalfTheVoicesStand() {
        ModelTally tally = ModelTally.of(List.of(
                said(Question.WEEKDAYS, "mandag", "tirsdag"),
                said(Question.WEEKDAYS, "tirsdag", "onsdag"),
                said(Question.WEEKDAYS, "onsdag"),
                silent()));
        assertThat(tally.draft().all(Question.WEEKDAYS)).containsExactlyInAnyOrder("tirsdag", "onsdag");
        assertThat(tally.asked()).isEqualTo(4);
        assertThat(tally.answered()).isEqualTo(3);
    }

    @Test
    void ofNothingNothingFollows() {
        ModelTally tally = ModelTally.of(List.of(silent(), silent()));
        assertThat(tally.draft().isEmpty()).isTrue();
        assertThat(tally.ties()).isEmpty();
        assertThat(ModelChart.svg(tally)).contains("(0 svar)").endsWith("</svg>\n");
    }

    @Test
    void theChartSaysEachFigureAlsoInWords() {
        ModelTally tally = ModelTally.of(List.of(said(Question.MEETINGS, "4"), said(Question.MEETINGS, "4")));
        assertThat(ModelChart.inWords(tally)).contains("Møder om året: 2 møder 0, 3 møder 0, 4 møder 2,");
        assertThat(ModelChart.svg(tally)).contains("4 møder ★", "<desc>", "Møder om året (2 svar)");
    }

    private static Voice said(Question question, String... values) {
        return voice(Instant.EPOCH, Choices.of(Map.of(question, Arrays.asList(values))));
    }

    private static Voice silent() {
        return voice(null, Choices.NONE);
    }

    private static Voice voice(@Nullable Instant at, Choices choices) {
        return new Voice("somebody", "Somebody", at, choices, "", null, null, "");
    }
}
