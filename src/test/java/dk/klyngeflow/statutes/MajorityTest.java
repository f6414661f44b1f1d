package dk.klyngeflow.statutes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What adopts and what does not, worked out by hand; two thirds are of the votes cast unless the statutes say otherwise. */
class MajorityTest {

    /** One vote less than what is needed, and exactly what is needed, always as a pair. */
    @ParameterizedTest(name = "{0} of {1}: {2} for, {3} against, {4} votes in the room: {5}")
    @CsvSource({
        // two thirds of 19 votes cast is 13, whatever is blank
        "TWO_THIRDS, VOTES_CAST, 12, 7, 29, false",
        "TWO_THIRDS, VOTES_CAST, 13, 6, 29, true",
        // two thirds of 20 present is 14; who votes blank counts as present
        "TWO_THIRDS, PRESENT, 13, 0, 20, false",
        "TWO_THIRDS, PRESENT, 14, 0, 20, true",
        "TWO_THIRDS, PRESENT, 14, 6, 20, true",
        // two thirds exactly
        "TWO_THIRDS, VOTES_CAST, 14, 7, 21, true",
        "TWO_THIRDS, VOTES_CAST, 13, 7, 21, false",
        "THREE_QUARTERS, VOTES_CAST, 15, 5, 20, true",
        "THREE_QUARTERS, VOTES_CAST, 14, 5, 20, false",
        // half and no rule at all are both more than half: a tie adopts nothing
        "HALF, VOTES_CAST, 10, 10, 21, false",
        "HALF, VOTES_CAST, 11, 10, 21, true",
        "NONE, VOTES_CAST, 10, 10, 21, false",
        "NONE, VOTES_CAST, 1, 0, 21, true",
        "NONE, PRESENT, 10, 0, 20, false",
        "NONE, PRESENT, 11, 0, 20, true",
        // nobody for is nothing adopted, however few are against
        "NONE, VOTES_CAST, 0, 0, 21, false",
        "TWO_THIRDS, VOTES_CAST, 0, 0, 21, false",
        "THIRD, PRESENT, 0, 0, 0, false",
    })
    void isReachedOrNot(Statutes.Share share, Statutes.CountedOf of, int votesFor, int against, int room, boolean is) {
        assertThat(new Majority(share, of).isReached(votesFor, against, room)).isEqualTo(is);
    }

    @ParameterizedTest(name = "{0} of {1} is {2}")
    @CsvSource({
        "TWO_THIRDS, 20, 14",
        "TWO_THIRDS, 19, 13",
        "TWO_THIRDS, 21, 14",
        "TWO_THIRDS, 1, 1",
        "THREE_QUARTERS, 20, 15",
        "THREE_QUARTERS, 21, 16",
        // more than half
        "HALF, 29, 15",
        "HALF, 20, 11",
        "NONE, 19, 10",
    })
    void takesSoMany(Statutes.Share share, int base, int needed) {
        assertThat(new Majority(share, Statutes.CountedOf.VOTES_CAST).needed(base))
                .isEqualTo(needed);
    }

    @Test
    void noFewerThanWhatIsNeededAdopt_andNoMoreAreNeeded() {
        for (Statutes.Share share : Statutes.Share.values()) {
            for (int votesFor = 0; votesFor <= 40; votesFor++) {
                for (int against = 0; against <= 40; against++) {
                    Majority majority = new Majority(share, Statutes.CountedOf.VOTES_CAST);
                    boolean isReached = majority.isReached(votesFor, against, 80);
                    assertThat(isReached)
                            .as(share + " " + votesFor + "–" + against)
                            .isEqualTo(votesFor > 0 && votesFor >= majority.needed(votesFor + against));
                    if (share != Statutes.Share.THIRD && votesFor <= against) {
                        assertThat(isReached).as("a tie adopts nothing").isFalse();
                    }
                }
            }
        }
    }

    @Test
    void isSaidWithItsFigures() {
        assertThat(Majority.ofStatutes(StatuteFields.standard()).arithmetic(13, 6, 29))
                .contains("to tredjedele af de afgivne stemmer", "af 19 er det 13", "13 stemte for");
        assertThat(Majority.simple(StatuteFields.standard()).inWords())
                .isEqualTo("mere end halvdelen af de afgivne stemmer");
        assertThat(Majority.ofStatutes(with(Map.of("counted_of", "PRESENT"))).arithmetic(14, 2, 20))
                .contains("to tredjedele af de fremmødte", "af 20 er det 14");
        assertThat(Majority.ofDissolution(StatuteFields.standard()).share()).isEqualTo(Statutes.Share.TWO_THIRDS);
    }

    @Test
    void halfOf29Is15_andASecondAssemblyTakesWhoeverComes() {
        Statutes standard = StatuteFields.standard();
        Quorum statutes = Quorum.ofStatutes(standard, 29, false);

        assertThat(statutes.needed()).isEqualTo(15);
        assertThat(statutes.isMet(14)).isFalse();
        assertThat(statutes.isMet(15)).isTrue();
        assertThat(statutes.inWords(14, 0))
                .isEqualTo("Der kræves halvdelen af 29, altså 15; 14 er mødt, så det kan ikke besluttes.");
        assertThat(statutes.inWords(16, 2))
                .isEqualTo("Der kræves halvdelen af 29, altså 15; 16 er mødt, heraf 2 ved fuldmagt.");
        assertThat(Quorum.ofStatutes(standard, 29, true).isMet(1)).isTrue();
        assertThat(Quorum.of(standard, 29, false).isMet(1))
                .as("no quorum of other decisions")
                .isTrue();
        assertThat(Quorum.of(with(Map.of("quorum", "THIRD")), 29, false).needed())
                .isEqualTo(10);
        assertThat(Quorum.ofStatutes(with(Map.of("quorum", "TWO_THIRDS")), 29, false)
                        .needed())
                .as("the higher of the two")
                .isEqualTo(20);
    }

    private static Statutes with(Map<String, String> other) {
        Map<String, String> values = new HashMap<>(
                StatuteFields.all().stream().collect(Collectors.toMap(StatuteField::name, StatuteField::standard)));
        values.putAll(other);
        return StatuteFields.of(0, java.time.LocalDate.of(2026, 1, 1), values);
    }
}
