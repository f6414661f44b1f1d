package dk.klyngeflow.assemblies;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.assemblies.ProxiesNow.Refusal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Whatever people do: no member has two votes of her own, no proxy is passed on, and nobody holds more than the statutes say. */
class ProxiesNowTest {

    private static final int SEQUENCES = 10_000;
    private static final int STEPS = 40;
    private static final List<String> ROLL = List.of("a", "b", "c", "d", "e", "f", "g");

    /** An evening in memory: the rule is the one that the house obeys, the rest is what its rows do. */
    private static final class Played {

        final int most;
        final Set<String> present = new HashSet<>();
        final Map<String, String> holders = new HashMap<>();

        Played(int most) {
            this.most = most;
        }

        ProxiesNow now() {
            return new ProxiesNow(most, Set.copyOf(ROLL), present, holders);
        }

        Optional<Refusal> gives(String principal, String holder) {
            Optional<Refusal> refusal = now().refusal(principal, holder);
            if (refusal.isEmpty()) {
                holders.put(principal, holder);
            }
            return refusal;
        }

        void comes(String who) {
            present.add(who);
            holders.remove(who);
        }

        void step(Random random) {
            String who = ROLL.get(random.nextInt(ROLL.size()));
            switch (random.nextInt(6)) {
                case 0, 1, 2 -> gives(who, ROLL.get(random.nextInt(ROLL.size())));
                case 3 -> holders.remove(who);
                case 4 -> comes(who);
                default -> present.remove(who);
            }
        }
    }

    @Test
    void neverMoreThanTheNumber_neverTwoVotesOfOne_andNoChain() {
        int most = 0;
        long refused = 0;
        long counted = 0;
        for (int seed = 0; seed < SEQUENCES; seed++) {
            Random random = new Random(seed);
            Played evening = new Played(most = (most + 1) % 3);
            for (int step = 0; step < STEPS; step++) {
                evening.step(random);
                holds(evening, seed);
                counted += evening.now().attendance().proxies();
            }
            refused += evening.gives("a", "a").isPresent() ? 1 : 0;
        }
        assertThat(counted).as("proxies did count at times").isGreaterThan(10_000);
        assertThat(refused).as("nobody votes for herself twice").isEqualTo(SEQUENCES);
    }

    private static void holds(Played evening, int seed) {
        Map<String, Long> held = new HashMap<>();
        evening.holders.forEach((principal, holder) -> {
            held.merge(holder, 1L, Long::sum);
            if (principal.equals(holder)
                    || evening.holders.containsKey(holder)
                    || evening.present.contains(principal)) {
                throw new AssertionError("seed " + seed + ": " + evening.holders + " with " + evening.present);
            }
        });
        if (held.values().stream().anyMatch(many -> many > evening.most)) {
            throw new AssertionError("seed " + seed + ": more than " + evening.most + " in " + evening.holders);
        }
        Attendance there = evening.now().attendance();
        if (there.votes() > ROLL.size() || there.votes() > there.present() * (1 + evening.most)) {
            throw new AssertionError("seed " + seed + ": " + there);
        }
    }

    @Test
    void eachRefusalHasItsReason() {
        Played one = new Played(1);
        assertThat(one.gives("a", "b")).isEmpty();
        assertThat(one.gives("c", "b")).contains(Refusal.HOLDER_HAS_ENOUGH);
        assertThat(one.gives("a", "b")).as("again").isEmpty();
        assertThat(one.gives("b", "c")).contains(Refusal.HOLDS_HERSELF);
        assertThat(one.gives("d", "a")).contains(Refusal.HOLDER_GAVE);
        assertThat(one.gives("a", "d")).as("another in its place").isEmpty();
        assertThat(one.gives("c", "b")).as("b is free again").isEmpty();
        assertThat(one.gives("e", "stranger")).contains(Refusal.NOT_ANOTHER_VOTER);
        assertThat(one.gives("stranger", "e")).contains(Refusal.NOT_ANOTHER_VOTER);
        one.comes("e");
        assertThat(one.gives("e", "f")).contains(Refusal.IS_HERE);
        assertThat(new Played(0).gives("a", "b")).contains(Refusal.NONE_ALLOWED);
    }

    @Test
    void aProxyCountsWhileItsHolderIsThere() {
        Played two = new Played(2);
        two.gives("a", "c");
        two.gives("b", "c");
        assertThat(two.now().attendance()).isEqualTo(new Attendance(7, 0, 0));
        two.comes("c");
        assertThat(two.now().attendance().votes()).isEqualTo(3);
        two.comes("a");
        assertThat(two.now().attendance()).isEqualTo(new Attendance(7, 2, 1));
        two.present.remove("c");
        assertThat(two.now().attendance()).isEqualTo(new Attendance(7, 1, 0));
    }
}
