package dk.klyngeflow.localmodel;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** No answer is asked for nothing: each has a room that obeys it, and what is left open changes nothing. */
@KlyngeflowTest
class ObeyedModelTest {

    @Autowired
    ModelEffects effects;

    @Test
    void everyQuestionIsObeyedBySomebody() {
        Set<Question> obeyed = EnumSet.noneOf(Question.class);
        Choices all = firstOfEach();
        effects.effects(all).forEach(effect -> obeyed.add(effect.because()));
        effects.duties(all).forEach(given -> obeyed.add(given.because()));
        assertThat(obeyed).containsExactlyInAnyOrder(Question.values());
    }

    @Test
    void whatIsLeftOpenChangesNothing() {
        assertThat(effects.effects(Choices.NONE)).isEmpty();
        assertThat(effects.duties(Choices.NONE)).isEmpty();
    }

    /** Of two different answers something different must follow, or asking was for show. */
    @ParameterizedTest
    @EnumSource(Question.class)
    void everyAnswerMakesADifference(Question question) {
        List<String> followed = question.options().stream()
                .map(option -> Choices.of(Map.of(question, List.of(option.value()))))
                .map(choices -> effects.effects(choices).stream()
                                .map(effect -> effect.setting().key() + "=" + effect.value())
                                .toList()
                        + " "
                        + effects.duties(choices).stream()
                                .map(given -> given.duty().id() + "=" + given.to())
                                .toList())
                .toList();
        assertThat(followed).doesNotHaveDuplicates().hasSize(question.options().size());
    }

    @Test
    void choicesAreReadAsTheyWereWritten() {
        Choices all = firstOfEach().with(Question.HOUR, List.of("17.15"));
        assertThat(Choices.read(all.text())).isEqualTo(all);
        assertThat(Choices.read("MEETINGS=4\nGONE=1\n").one(Question.MEETINGS)).contains("4");
        assertThat(Choices.read("")).isEqualTo(Choices.NONE);
        assertThat(all.inWords(Question.HOUR)).isEqualTo("Kl. 17.15");
    }

    private static Choices firstOfEach() {
        Map<Question, List<String>> answers = new EnumMap<>(Question.class);
        Arrays.stream(Question.values())
                .forEach(question ->
                        answers.put(question, List.of(question.options().get(0).value())));
        return Choices.of(answers);
    }
}
