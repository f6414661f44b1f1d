package dk.klyngeflow.links;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.security.DerivedKeys;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The secret part of a link: what fits, and that nothing else does. */
class TokensTest {

    private static final String SECRET = "en-hemmelighed-paa-mindst-32-tegn";
    private static final Link LINK = new Link(UUID.randomUUID(), "nord", "date-poll", "poll-1", "m7", 1, false);

    private final Tokens tokens = tokens(SECRET);

    private static Tokens tokens(String secret, String... previous) {
        return new Tokens(DerivedKeys.of(secret, List.of(previous)));
    }

    @Test
    void fitsItsOwnRowAndNoOther() {
        String token = tokens.of(LINK);

        assertThat(token).hasSize(Tokens.LENGTH).matches("[A-Za-z0-9_-]+");
        assertThat(fits(tokens, token, LINK)).isTrue();
        for (Link other : List.of(
                new Link(UUID.randomUUID(), "nord", "date-poll", "poll-1", "m7", 1, false),
                new Link(LINK.id(), "syd", "date-poll", "poll-1", "m7", 1, false),
                new Link(LINK.id(), "nord", "booking", "poll-1", "m7", 1, false),
                new Link(LINK.id(), "nord", "date-poll", "poll-2", "m7", 1, false),
                new Link(LINK.id(), "nord", "date-poll", "poll-1", "m8", 1, false),
                new Link(LINK.id(), "nord", "date-poll", "poll-1", "m7", 2, false),
                // the same letters, cut elsewhere
                new Link(LINK.id(), "nord", "date-pollp", "oll-1", "m7", 1, false))) {
            assertThat(fits(tokens, token, other)).as(other.toString()).isFalse();
        }
    }

    @Test
    void aNewSecretLetsTheOldOnesLinksInAsLongAsItIsNamed() {
        String old = tokens.of(LINK);
        Tokens changed = tokens("en-ny-hemmelighed-paa-mindst-32-tegn", SECRET);
        String fresh = changed.of(LINK);

        assertThat(fresh).isNotEqualTo(old);
        assertThat(fits(changed, old, LINK)).isTrue();
        assertThat(fits(changed, fresh, LINK)).isTrue();
        assertThat(fits(tokens, fresh, LINK)).isFalse();
        assertThat(fits(tokens("en-ny-hemmelighed-paa-mindst-32-tegn"), old, LINK))
                .isFalse();
    }

    @Test
    void oneMillionRandomOrAlteredTokensFitNothing() {
        Random random = new Random(20270114);
        byte[] good = Base64.getUrlDecoder().decode(tokens.of(LINK));
        int fitted = 0;
        for (int i = 0; i < 1_000_000; i++) {
            byte[] bytes = good.clone();
            if (i % 2 == 0) {
                // knows the link's id, and guesses the rest
                byte[] guess = new byte[32];
                random.nextBytes(guess);
                System.arraycopy(guess, 0, bytes, 16, guess.length);
            } else {
                bytes[16 + random.nextInt(32)] ^= (byte) (1 << random.nextInt(8));
            }
            String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            fitted += fits(tokens, token, LINK) ? 1 : 0;
        }
        assertThat(fitted).isZero();
        assertThat(fits(tokens, tokens.of(LINK), LINK)).isTrue();
    }

    @Test
    void nonsenseIsReadAsACodeOfNobody() {
        for (String typed :
                List.of("", "#", "hej", "æ".repeat(64), "=".repeat(64), "A".repeat(63), "A".repeat(6_400))) {
            assertThat(Tokens.Sent.read(typed).linkId()).isEqualTo(new UUID(0, 0));
        }
    }

    @Test
    void keysOfDifferentPurposesHaveNothingInCommon() {
        DerivedKeys keys = DerivedKeys.of(SECRET, List.of());

        assertThat(keys.current("links")).hasSize(32).isNotEqualTo(keys.current("ballots"));
        assertThat(keys.current("links"))
                .isEqualTo(DerivedKeys.of(SECRET, List.of("")).current("links"));
    }

    private static boolean fits(Tokens tokens, String token, Link link) {
        return tokens.fits(Tokens.Sent.read(token), link);
    }
}
