package dk.klyngeflow.polls;

import static dk.klyngeflow.polls.DateAnswer.IF_NEED_BE;
import static dk.klyngeflow.polls.DateAnswer.NO;
import static dk.klyngeflow.polls.DateAnswer.YES;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every edge of the rule by which a date wins. */
class RankingTest {

    private static final Instant FIRST = Instant.parse("2027-01-12T18:00:00Z");

    private final List<Voice> voices = new ArrayList<>();

    @Test
    void mostPointsWin() {
        says(YES, NO, IF_NEED_BE);
        says(YES, YES, IF_NEED_BE);
        says(NO, YES, YES);
        says(NO, YES, YES);
        // points: 4, 6, 6; yes: 2, 3, 2
        assertThat(best(1)).isEqualTo(2);
    }

    @Test
    void aYesIsWorthTwiceAnIfNeedBe() {
        says(YES, IF_NEED_BE);
        says(NO, IF_NEED_BE);
        says(NO, IF_NEED_BE);
        assertThat(best(1)).isEqualTo(2);
    }

    @Test
    void ofEqualPointsMostYesWins() {
        says(IF_NEED_BE, YES);
        says(IF_NEED_BE, NO);
        assertThat(best(1)).isEqualTo(2);
    }

    @Test
    void ofEqualPointsAndYesTheEarliestWins() {
        says(NO, YES, YES);
        assertThat(best(1)).isEqualTo(2);
    }

    @Test
    void aDateToWhichSomebodyRequiredSaysNoCannotWin() {
        says(YES, IF_NEED_BE);
        says(YES, NO);
        required(NO, YES);
        assertThat(best(1)).isEqualTo(2);
        assertThat(result(1).dates().get(0).requiredSaysNo()).isTrue();
    }

    @Test
    void aDateToWhichSomebodyRequiredSaysIfNeedBeCanWin() {
        says(YES, YES);
        required(IF_NEED_BE, NO);
        assertThat(best(1)).isEqualTo(1);
    }

    @Test
    void silenceOfSomebodyRequiredIsNoNo() {
        says(YES, NO);
        requiredIsSilent();
        assertThat(best(1)).isEqualTo(1);
    }

    @Test
    void noneWins_whenSomebodyRequiredSaysNoToAll_yetTheyRemainPossible() {
        says(YES, YES);
        required(NO, NO);
        assertThat(result(1).best()).isEmpty();
        assertThat(result(1).isAnyDatePossible()).isTrue();
        assertThat(result(1).why()).startsWith("Ingen dato kan vinde");
    }

    @Test
    void aDateNeedsTheMinimum_andIfNeedBeCounts() {
        says(YES, NO);
        says(IF_NEED_BE, NO);
        says(IF_NEED_BE, YES);
        assertThat(best(3)).isEqualTo(1);
        assertThat(result(4).best()).isEmpty();
        assertThat(result(4).isAnyDatePossible()).isFalse();
        assertThat(result(4).why()).isEqualTo("Til ingen af datoerne kan så mange som 4 komme.");
    }

    @Test
    void aDateBelowTheMinimumLosesToOneWithFewerPoints() {
        says(YES, IF_NEED_BE);
        says(YES, IF_NEED_BE);
        says(NO, IF_NEED_BE);
        // points: 4 and 3, but only two can come to the first
        assertThat(best(3)).isEqualTo(2);
    }

    @Test
    void nobodyCan_whenEverybodySaysNo() {
        says(NO, NO);
        assertThat(result(1).isAnyDatePossible()).isFalse();
        assertThat(result(1).why()).isEqualTo("Ingen kan komme på nogen af datoerne.");
    }

    @Test
    void nobodyCan_whenEverybodyIsSilent() {
        requiredIsSilent();
        assertThat(result(1).best()).isEmpty();
        assertThat(result(1).isAnyDatePossible()).isFalse();
        assertThat(result(1).why()).isEqualTo("Ingen har svaret.");
    }

    @Test
    void theSilentAreCountedApart() {
        says(YES, NO);
        requiredIsSilent();
        DateTally first = result(1).dates().get(0);
        assertThat(List.of(first.yes(), first.ifNeedBe(), first.no(), first.silent()))
                .containsExactly(1, 0, 0, 1);
    }

    @Test
    void theOutcomeIsToldInWords() {
        says(YES);
        says(IF_NEED_BE);
        assertThat(result(1).why())
                .isEqualTo("Bedst er tirsdag den 12. januar 2027 kl. 19.00: 1 kan, og 1 kan, hvis det er nødvendigt.");
    }

    @Test
    void thePossibleComeBeforeTheImpossible() {
        says(YES, NO, YES);
        says(YES, YES, NO);
        says(YES, YES, YES);
        required(NO, YES, YES);
        assertThat(Ranking.ranked(result(2).dates()).stream()
                        .map(DateTally::option)
                        .toList())
                .containsExactly(2, 3, 1);
    }

    private int best(int minimum) {
        return result(minimum).best().orElseThrow().option();
    }

    private PollResult result(int minimum) {
        int dates =
                voices.stream().mapToInt(voice -> voice.answers().size()).max().orElse(0);
        List<Poll.Option> options = new ArrayList<>();
        for (int number = 1; number <= Math.max(1, dates); number++) {
            options.add(new Poll.Option(number, FIRST.plusSeconds(86_400L * number - 86_400L)));
        }
        Poll poll = new Poll(
                "nord",
                "1",
                "nord/2027-01/dato",
                new PollMatter("Polyfarmaci", "", 120, minimum),
                new Poll.Stand(FIRST, null, 0, null),
                options);
        return Ranking.of(poll, voices);
    }

    private void says(DateAnswer... answers) {
        add(false, answers);
    }

    private void required(DateAnswer... answers) {
        add(true, answers);
    }

    private void requiredIsSilent() {
        add(true);
    }

    private void add(boolean required, DateAnswer... answers) {
        Map<Integer, DateAnswer> given = new TreeMap<>();
        for (int i = 0; i < answers.length; i++) {
            given.put(i + 1, answers[i]);
        }
        String id = "m" + voices.size();
        voices.add(new Voice(id, id, required, given));
    }
}
