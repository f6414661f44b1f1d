package dk.klyngeflow.ballots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.ballots.Seal.Owner;
import java.security.KeyPair;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The outer envelope, the inner one, and the codes that people copy. */
class SealTest {

    private static final Contest CONTEST = new Contest(List.of("A", "B", "C"), 2, ElectionRule.MOST_VOTES, Round.FIRST);
    private static final Owner ANNE = new Owner("nord", "v1", "anne");

    private final KeyPair keys = Seal.newKeys();
    private final byte[] publicKey = keys.getPublic().getEncoded();

    @Test
    void everyEnvelopeIsAsLongAsEveryOtherAndNoTwoAreAlike() {
        byte[] blank = seal(Marks.of(CONTEST, List.of()));
        byte[] two = seal(Marks.of(CONTEST, List.of("A", "C")));

        assertThat(blank).hasSameSizeAs(two).hasSize(316);
        Marks one = Marks.of(CONTEST, List.of("A"));
        assertThat(seal(one)).isNotEqualTo(seal(one));
    }

    @Test
    void itOpensForItsVoterInItsVoteOnly() {
        Marks marks = Marks.of(CONTEST, List.of("C", "A"));
        byte[] sealed = seal(marks);

        assertThat(Seal.open(sealed, keys.getPrivate(), publicKey, ANNE).flatMap(plain -> Marks.read(CONTEST, plain)))
                .contains(marks);
        for (Owner other : List.of(
                new Owner("nord", "v1", "bo"), new Owner("nord", "v2", "anne"), new Owner("syd", "v1", "anne"))) {
            assertThat(Seal.open(sealed, keys.getPrivate(), publicKey, other)).isEmpty();
        }
        assertThat(Seal.open(sealed, Seal.newKeys().getPrivate(), publicKey, ANNE))
                .isEmpty();
    }

    @Test
    void noByteOfItCanBeChanged() {
        byte[] sealed = seal(Marks.of(CONTEST, List.of("A")));

        for (int at = 0; at < sealed.length; at++) {
            byte[] changed = sealed.clone();
            changed[at] ^= 4;
            assertThat(Seal.open(changed, keys.getPrivate(), publicKey, ANNE))
                    .as("byte " + at)
                    .isEmpty();
        }
        assertThat(Seal.open(Arrays.copyOf(sealed, 300), keys.getPrivate(), publicKey, ANNE))
                .isEmpty();
        assertThat(Seal.open(new byte[316], keys.getPrivate(), publicKey, ANNE)).isEmpty();
    }

    @Test
    void whatIsNoBallotIsNotReadAsOne() {
        byte[] plain = Marks.of(CONTEST, List.of("A")).bytes(CONTEST);
        assertThat(Marks.read(CONTEST, plain)).isPresent();

        // version, number of marks, a choice that nobody is, one twice, half blank, none used, something behind
        assertThat(Marks.read(CONTEST, changed(plain, 0, 2))).isEmpty();
        assertThat(Marks.read(CONTEST, changed(plain, 1, 1))).isEmpty();
        assertThat(Marks.read(CONTEST, changed(plain, 12, 3))).isEmpty();
        assertThat(Marks.read(CONTEST, changed(plain, 23, 0))).isEmpty();
        assertThat(Marks.read(CONTEST, changed(plain, 23, 255))).isEmpty();
        assertThat(Marks.read(CONTEST, changed(plain, 12, 254))).isEmpty();
        assertThat(Marks.read(CONTEST, changed(plain, 200, 1))).isEmpty();
    }

    @Test
    void whatIsWrittenForPeopleIsReadAsTheyTypeIt() {
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            byte[] bytes = new byte[Receipt.BYTES];
            random.nextBytes(bytes);
            String written = Receipt.written(bytes);
            assertThat(written).matches("([0-9A-HJKMNP-TV-Z]{4}-){3}[0-9A-HJKMNP-TV-Z]{4}");
            assertThat(Receipt.read(
                            written.toLowerCase(java.util.Locale.ROOT)
                                    .replace('-', ' ')
                                    .replace('0', 'o'),
                            Receipt.BYTES))
                    .isEqualTo(bytes);
        }
        assertThat(Receipt.read("!", Receipt.BYTES)).isEmpty();
    }

    @Test
    void aKeyOnPaperIsTypedAgainAndAnyWrongLetterIsNoticed() {
        String code = BallotKeys.code(keys.getPrivate());

        assertThat(BallotKeys.ofCode(" " + code.replace("-", " - "))).contains(keys.getPrivate());
        assertThat(Seal.fit(publicKey, BallotKeys.ofCode(code).orElseThrow())).isTrue();
        char first = code.charAt(0) == '7' ? '8' : '7';
        assertThat(BallotKeys.ofCode(first + code.substring(1))).isEmpty();
        assertThat(BallotKeys.ofCode(code.substring(1))).isEmpty();
        assertThat(BallotKeys.ofCode("")).isEmpty();
    }

    @Test
    void onlyABallotOfTheContestIsSealed() {
        assertRefused(BallotRefused.Why.TOO_MANY_MARKS, "A", "B", "C");
        assertRefused(BallotRefused.Why.MARKED_TWICE, "A", "A");
        assertRefused(BallotRefused.Why.UNKNOWN_CANDIDATE, "D");
        assertRefused(BallotRefused.Why.UNKNOWN_CANDIDATE, "-1");
        assertRefused(BallotRefused.Why.UNKNOWN_CANDIDATE, "blank");
    }

    private static void assertRefused(BallotRefused.Why why, String... chosen) {
        assertThatThrownBy(() -> Marks.of(CONTEST, List.of(chosen)))
                .isInstanceOfSatisfying(
                        BallotRefused.class,
                        refused -> assertThat(refused.why()).isEqualTo(why));
    }

    private byte[] seal(Marks marks) {
        return Seal.seal(marks.bytes(CONTEST), publicKey, ANNE);
    }

    private static byte[] changed(byte[] plain, int at, int value) {
        byte[] changed = plain.clone();
        changed[at] = (byte) value;
        return changed;
    }
}
