package dk.klyngeflow.links;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Who counts as one when wrong codes are counted; the clock stands still, so nothing is regained. */
class GuessingLimitTest {

    private static final int FREE = 30;

    private final GuessingLimit limit =
            new GuessingLimit(Clock.fixed(Instant.parse("2027-03-01T08:00:00Z"), ZoneOffset.UTC));

    private void guesses(int times, IntFunction<String> address) {
        for (int i = 0; i < times; i++) {
            assertThat(limit.isTooMany(address.apply(i))).as("guess " + i).isFalse();
        }
    }

    @Test
    void aWholeNetworkOfIpv6IsOneHoweverItsAddressesAreWritten() {
        guesses(FREE, i -> "2001:db8::" + Integer.toHexString(i + 1));

        assertThat(limit.isTooMany("2001:db8:0:0:ffff::1")).isTrue();
        assertThat(limit.isTooMany("2001:0db8:0000:0000:1:2:3:4")).isTrue();
        assertThat(limit.isTooMany("2001:db8:0:1::1")).isFalse();
    }

    @Test
    void anAddressOfIpv4IsOneAlsoWhenItComesAsIpv6() {
        guesses(FREE, i -> "192.0.2.7");

        assertThat(limit.isTooMany("::ffff:192.0.2.7")).isTrue();
        assertThat(limit.isTooMany("192.0.2.8")).isFalse();
    }
}
