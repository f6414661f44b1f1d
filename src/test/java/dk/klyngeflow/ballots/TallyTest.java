package dk.klyngeflow.ballots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.ballots.ElectionRule.Majority;
import dk.klyngeflow.ballots.ElectionRule.SecondRound;
import dk.klyngeflow.ballots.ElectionRule.TiedForSecond;
import dk.klyngeflow.ballots.Finding.Withheld;
import dk.klyngeflow.ballots.Protocol.Named;
import dk.klyngeflow.ballots.Protocol.Paper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who is elected, and in which words: every edge of the rules. Candidates are A, B, C, D. */
class TallyTest {

    private static final ElectionRule RELATIVE = ElectionRule.MOST_VOTES;
    private static final ElectionRule BOUND = absolute(SecondRound.BOUND, TiedForSecond.LOT);
    private static final ElectionRule FREE = absolute(SecondRound.FREE, TiedForSecond.LOT);
    private static final ElectionRule WIDE = absolute(SecondRound.BOUND, TiedForSecond.ALL);

    @Test
    void mostVotesWin() {
        Contest contest = first(RELATIVE, 1, 3);

        assertThat(Tally.of(contest, counts(contest, 2, 9, 7, 3))).isEqualTo(elected("A"));
        assertThat(words(contest, counts(contest, 2, 9, 7, 3)))
                .containsExactly(
                        "21 stemmesedler: 19 gyldige, 2 blanke.",
                        "A 9, B 7, C 3.",
                        "Den, der får flest stemmer, er valgt.",
                        "A er valgt.");
    }

    @Test
    void moreThanHalfOfNineteenIsTenAndOtherwiseTheLeadingTwoGoOn() {
        Contest contest = first(BOUND, 1, 3);

        assertThat(Tally.of(contest, counts(contest, 2, 9, 7, 3)))
                .isEqualTo(new Outcome.RunOff(List.of(), List.of("A", "B"), 1, Round.LAST));
        assertThat(Tally.of(contest, counts(contest, 2, 10, 7, 2))).isEqualTo(elected("A"));
        assertThat(words(contest, counts(contest, 2, 9, 7, 3)))
                .contains(
                        "Der kræves mere end halvdelen af de gyldige stemmer. Halvdelen af 19 er 9,5, så der skal 10 til.")
                .endsWith("Der stemmes igen mellem A og B om 1 plads.");

        Contest last = new Contest(List.of("A", "B"), 1, BOUND, Round.LAST);
        assertThat(Tally.of(last, counts(last, 2, 10, 9))).isEqualTo(elected("A"));
    }

    @Test
    void halfOfTwentyIsNotMoreThanHalf() {
        Contest contest = first(BOUND, 1, 2);

        assertThat(Tally.of(contest, counts(contest, 0, 10, 10)))
                .isEqualTo(new Outcome.RunOff(List.of(), List.of("A", "B"), 1, Round.LAST));
        assertThat(Tally.of(contest, counts(contest, 0, 11, 9))).isEqualTo(elected("A"));
    }

    @Test
    void equalOnesAreVotedUponAgainAndThenDrawn() {
        Contest contest = first(RELATIVE, 1, 3);
        assertThat(Tally.of(contest, counts(contest, 0, 8, 8, 5)))
                .isEqualTo(new Outcome.RunOff(List.of(), List.of("A", "B"), 1, Round.LAST));

        Contest last = new Contest(List.of("A", "B"), 1, RELATIVE, Round.LAST);
        Outcome.LotNeeded lot = (Outcome.LotNeeded) Tally.of(last, counts(last, 1, 10, 10));
        assertThat(lot).isEqualTo(new Outcome.LotNeeded(List.of(), List.of(), List.of("A", "B"), 1, 1, true));
        assertThat(lot.drawn(List.of("B"))).isEqualTo(elected("B"));
        assertThat(words(last, counts(last, 1, 10, 10)))
                .endsWith(
                        "A og B står lige. To personer, som ikke selv stiller op, trækker lod om, hvem der er valgt.");
    }

    @Test
    void aSharedSecondPlaceIsDrawnOrAllGoOnAsTheStatutesSay() {
        Contest drawn = first(BOUND, 1, 4);
        Outcome.LotNeeded lot = (Outcome.LotNeeded) Tally.of(drawn, counts(drawn, 0, 8, 6, 6, 1));
        assertThat(lot).isEqualTo(new Outcome.LotNeeded(List.of(), List.of("A"), List.of("B", "C"), 1, 1, false));
        assertThat(lot.drawn(List.of("C"))).isEqualTo(new Outcome.RunOff(List.of(), List.of("A", "C"), 1, Round.LAST));

        Contest wide = first(WIDE, 1, 4);
        assertThat(Tally.of(wide, counts(wide, 0, 8, 6, 6, 1)))
                .isEqualTo(new Outcome.RunOff(List.of(), List.of("A", "B", "C"), 1, Round.WIDENED));

        Contest again = new Contest(List.of("A", "B", "C"), 1, WIDE, Round.WIDENED);
        assertThat(Tally.of(again, counts(again, 0, 8, 6, 7)))
                .isEqualTo(new Outcome.RunOff(List.of(), List.of("A", "C"), 1, Round.LAST));
        // the same once more would never end
        assertThat(Tally.of(again, counts(again, 1, 8, 6, 6))).isInstanceOf(Outcome.LotNeeded.class);
    }

    @Test
    void aFreeSecondRoundIsBetweenAllAndTheThirdBetweenTwo() {
        Contest contest = first(FREE, 1, 3);
        assertThat(Tally.of(contest, counts(contest, 0, 9, 8, 4)))
                .isEqualTo(new Outcome.RunOff(List.of(), List.of("A", "B", "C"), 1, Round.FREE));

        Contest second = new Contest(List.of("A", "B", "C"), 1, FREE, Round.FREE);
        assertThat(Tally.of(second, counts(second, 0, 9, 8, 4)))
                .isEqualTo(new Outcome.RunOff(List.of(), List.of("A", "B"), 1, Round.LAST));
        assertThat(Tally.of(second, counts(second, 0, 11, 8, 2))).isEqualTo(elected("A"));
    }

    @Test
    void ofTwoSeatsTheFirstIsTakenAndTheSharedOneVotedUponAgain() {
        Contest contest = first(RELATIVE, 2, 4);

        assertThat(Tally.of(contest, counts(contest, 21, 0, 12, 9, 9, 4)))
                .isEqualTo(new Outcome.RunOff(List.of("A"), List.of("B", "C"), 1, Round.LAST));
        assertThat(words(contest, counts(contest, 21, 0, 12, 9, 9, 4)))
                .endsWith("A er valgt.", "Der stemmes igen mellem B og C om 1 plads.");
        assertThat(Tally.of(contest, counts(contest, 21, 0, 12, 9, 8, 4))).isEqualTo(elected("A", "B"));
    }

    @Test
    void ofTwoSeatsThoseWithMoreThanHalfTakeTheirsAndTwiceAsManyAsAreLeftGoOn() {
        Contest contest = first(BOUND, 2, 4);

        // 21 ballots, 11 needed
        assertThat(Tally.of(contest, counts(contest, 21, 0, 12, 9, 8, 4)))
                .isEqualTo(new Outcome.RunOff(List.of("A"), List.of("B", "C"), 1, Round.LAST));
        assertThat(Tally.of(contest, counts(contest, 21, 0, 10, 9, 8, 4)))
                .isEqualTo(new Outcome.RunOff(List.of(), List.of("A", "B", "C", "D"), 2, Round.LAST));
        assertThat(Tally.of(contest, counts(contest, 21, 0, 14, 12, 13, 2))).isEqualTo(elected("A", "C"));
    }

    @Test
    void aSingleCandidateNeedsMoreForThanAgainst() {
        Contest contest = first(RELATIVE, 1, 1);

        assertThat(Tally.of(contest, counts(contest, 4, 8, 9))).isEqualTo(new Outcome.Nobody(List.of(), 1));
        assertThat(Tally.of(contest, counts(contest, 4, 9, 9))).isEqualTo(new Outcome.Nobody(List.of(), 1));
        assertThat(Tally.of(contest, counts(contest, 12, 5, 4))).isEqualTo(elected("A"));
        assertThat(words(contest, counts(contest, 4, 8, 9)))
                .containsExactly(
                        "21 stemmesedler: 17 gyldige, 4 blanke.",
                        "For 8, Imod 9.",
                        "Kandidaten er valgt, når flere stemmer for end imod.",
                        "A er ikke valgt.");
    }

    @Test
    void nobodyIsElectedByNobodysVote() {
        Contest one = first(RELATIVE, 1, 3);
        assertThat(Tally.of(one, counts(one, 21, 0, 0, 0))).isEqualTo(new Outcome.Nobody(List.of(), 1));
        Contest two = first(RELATIVE, 2, 3);
        assertThat(Tally.of(two, counts(two, 0, 5, 0, 0))).isEqualTo(new Outcome.Nobody(List.of("A"), 1));
        Contest half = first(BOUND, 1, 3);
        assertThat(Tally.of(half, counts(half, 21, 0, 0, 0))).isEqualTo(new Outcome.Nobody(List.of(), 1));
    }

    @Test
    void fewBallotsTellOnlyTheResultAndFewerThanThreeNothing() {
        Contest contest = first(RELATIVE, 1, 2);

        Finding few = Finding.of(contest, ballots(contest, "A", "A", "B", "A"), 0);
        assertThat(few).isEqualTo(new Finding(Withheld.FEW, null, null, List.of(), elected("A")));
        assertThat(words(contest, few))
                .containsExactly("Der er afgivet så få stemmer, at tallene ikke vises.", "A er valgt.");

        Finding two = Finding.of(contest, ballots(contest, "A", "B"), 0);
        assertThat(two.outcome()).isEqualTo(new Outcome.NotCounted());
        assertThat(two.list()).isEmpty();
        assertThat(Finding.of(contest, ballots(contest, "A", "B", "A"), 0).withheld())
                .isEqualTo(Withheld.FEW);
        assertThat(Finding.of(contest, ballots(contest, "A", "B", "A", "A", "A"), 0)
                        .list())
                .hasSize(5);
    }

    @Test
    void whenAllAreAlikeOnlyTheirNumberIsTold() {
        Contest contest = first(RELATIVE, 1, 2);

        Finding alike = Finding.of(contest, ballots(contest, "A", "A", "A", "A", "A", "A", "A", "A", "A"), 0);

        assertThat(alike).isEqualTo(new Finding(Withheld.ALIKE, 9, null, List.of(), elected("A")));
        assertThat(words(contest, alike)).containsExactly("9 stemmer afgivet.", "A er valgt.");
    }

    @Test
    void aDamagedEnvelopeIsInvalidUnlessItCanHaveDecided() {
        Contest contest = first(RELATIVE, 1, 2);

        Finding harmless = Finding.of(contest, ballots(contest, "A", "A", "A", "A", "B", "B"), 1);
        assertThat(harmless.outcome()).isEqualTo(elected("A"));
        assertThat(words(contest, harmless).get(0))
                .isEqualTo("7 stemmesedler: 6 gyldige, 1 ugyldig (kunne ikke åbnes).");

        // one more for B makes them equal
        Finding deciding = Finding.of(contest, ballots(contest, "A", "A", "A", "B", "B"), 1);
        assertThat(deciding.outcome()).isEqualTo(new Outcome.Spoilt());
        assertThat(deciding.counts()).isNull();
        assertThat(deciding.list()).isEmpty();

        Contest half = first(BOUND, 1, 2);
        // 4 of 7 are more than half, 4 of 8 are not
        assertThat(Finding.of(half, ballots(half, "A", "A", "A", "A", "B", "B", "B"), 1)
                        .outcome())
                .isEqualTo(new Outcome.Spoilt());
        assertThat(Finding.of(half, ballots(half, "A", "A", "A", "A", "B", "B"), 1)
                        .outcome())
                .isEqualTo(elected("A"));
    }

    @Test
    void manyDamagedEnvelopesSpoilTheVoteInBoundedTime() {
        Contest contest = first(RELATIVE, 2, 30);

        assertThat(Finding.of(contest, ballots(contest, "A", "A", "B", "B", "C"), 15)
                        .outcome())
                .isEqualTo(new Outcome.Spoilt());
    }

    @Test
    void theListIsOfSingleMarksAndAddsUpToTheFigures() {
        Contest contest = first(RELATIVE, 2, 4);
        List<Marks> opened = new ArrayList<>(ballots(contest, "A", "B", "C", "D"));
        opened.add(Marks.of(contest, List.of("A", "B")));
        opened.add(Marks.of(contest, List.of()));

        Finding finding = Finding.of(contest, opened, 0);

        assertThat(finding.list())
                .hasSize(12)
                .isSortedAccordingTo((a, b) -> a.receipt().compareTo(b.receipt()));
        assertThat(finding.list().stream().map(Marks.Mark::receipt).distinct()).hasSize(12);
        assertThat(Finding.recounted(contest, finding.list(), 0)).isEqualTo(finding.counts());
        assertThat(finding.counts()).isEqualTo(counts(contest, 6, 1, 2, 2, 1, 1));
    }

    @Test
    void figuresThatDoNotAddUpAreNone() {
        assertThatThrownBy(() -> new Counts(Map.of("A", 1), 1, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Counts(Map.of("A", -1), 1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Contest(List.of("A", "A"), 1, RELATIVE, Round.FIRST))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void twoOfOneNameAreToldApartByTheirPractice() {
        Paper paper = new Paper(
                List.of(
                        new Named("1", "Anne Holm", "Havnen"),
                        new Named("2", "Anne Holm", "Fyrvej"),
                        new Named("3", "Bo", "")),
                1,
                RELATIVE,
                Round.FIRST);

        assertThat(paper.names()).isEqualTo(Map.of("1", "Anne Holm (Havnen)", "2", "Anne Holm (Fyrvej)", "3", "Bo"));
    }

    private static ElectionRule absolute(SecondRound second, TiedForSecond tied) {
        return new ElectionRule(Majority.ABSOLUTE, second, tied);
    }

    private static Outcome elected(String... who) {
        return new Outcome.Elected(List.of(who));
    }

    private static Contest first(ElectionRule rule, int seats, int candidates) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < candidates; i++) {
            names.add(String.valueOf((char) ('A' + i)));
        }
        return new Contest(names, seats, rule, Round.FIRST);
    }

    /** One mark on each valid ballot. */
    private static Counts counts(Contest contest, int blank, int... votes) {
        int sum = blank;
        for (int each : votes) {
            sum += each;
        }
        return counts(contest, sum, new int[] {blank}, votes);
    }

    private static Counts counts(Contest contest, int ballots, int blank, int a, int b, int c, int d) {
        return counts(contest, ballots, new int[] {blank}, a, b, c, d);
    }

    private static Counts counts(Contest contest, int ballots, int[] blank, int... votes) {
        Map<String, Integer> by = new LinkedHashMap<>();
        for (int i = 0; i < votes.length; i++) {
            by.put(contest.choices().get(i), votes[i]);
        }
        return new Counts(by, ballots, blank[0], 0);
    }

    private static List<Marks> ballots(Contest contest, String... chosen) {
        List<Marks> ballots = new ArrayList<>();
        for (String each : chosen) {
            ballots.add(Marks.of(contest, List.of(each)));
        }
        return ballots;
    }

    private static List<String> words(Contest contest, Counts counts) {
        return words(
                contest, new Finding(Withheld.NOTHING, counts.ballots(), counts, List.of(), Tally.of(contest, counts)));
    }

    private static List<String> words(Contest contest, Finding finding) {
        Paper paper = new Paper(
                contest.candidates().stream()
                        .map(each -> new Named(each, each, ""))
                        .toList(),
                contest.seats(),
                contest.rule(),
                contest.round());
        return TallyInWords.of(paper, finding, null, finding.outcome());
    }
}
