package dk.klyngeflow.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Slows guessing down without locking the true holder out. Counted are the pair of network and name, the network alone (a whole /64 of
 * IPv6, since who has one address there has them all) and the name alone, for guesses at one account from many networks. Each failure
 * beyond the free ones doubles the wait. The count by name does not concern a browser or a network that the person has logged in from:
 * those have counts of their own, so what others do elsewhere never keeps her out.
 */
@Component
class LoginThrottle {

    private static final int FREE_PER_NAME = 5;
    private static final int FREE_PER_NETWORK = 30;
    private static final int FREE_PER_ACCOUNT = 25;
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration KNOWN = Duration.ofDays(30);
    private static final Duration LET_IN = Duration.ofHours(1);
    private static final int MOST = 50_000;

    private final Clock clock;
    private final Map<String, Failures> failures = new ConcurrentHashMap<>();
    /** Network and name of good log-ins, and names that an administrator has just given a new password. */
    private final Map<String, Instant> passes = new ConcurrentHashMap<>();

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    /** @param browser the number of a browser that the person has logged in with before */
    record Caller(String address, Optional<String> browser) {}

    private record Failures(int count, Instant last) {}

    /** How long this caller must wait before she may try this name; zero when she may try now. */
    Duration wait(Caller caller, String name) {
        Duration longest = Duration.ZERO;
        for (Map.Entry<String, Integer> count : counts(caller, name).entrySet()) {
            Duration wait = wait(count.getKey(), count.getValue());
            longest = wait.compareTo(longest) > 0 ? wait : longest;
        }
        return longest;
    }

    private Map<String, Integer> counts(Caller caller, String name) {
        if (caller.browser().isPresent()) {
            return Map.of("browser " + caller.browser().get(), FREE_PER_NAME);
        }
        String network = Networks.of(caller.address());
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put(network + " " + name, FREE_PER_NAME);
        counts.put(network, FREE_PER_NETWORK);
        if (!passes(network + " " + name) && !passes("account " + name)) {
            counts.put("account " + name, FREE_PER_ACCOUNT);
        }
        return counts;
    }

    private boolean passes(String key) {
        Instant until = passes.get(key);
        return until != null && clock.instant().isBefore(until);
    }

    private Duration wait(String key, int free) {
        Failures known = failures.get(key);
        if (known == null || known.count() < free) {
            return Duration.ZERO;
        }
        long seconds = Math.min(LONGEST.toSeconds(), 5L << Math.min(20, known.count() - free));
        Duration left = Duration.between(clock.instant(), known.last().plusSeconds(seconds));
        return left.isNegative() ? Duration.ZERO : left;
    }

    void failed(Caller caller, String name) {
        Instant now = clock.instant();
        if (failures.size() > MOST) {
            failures.values().removeIf(old -> old.last().isBefore(now.minus(LONGEST)));
        }
        counts(caller, name).keySet().forEach(key -> count(key, now));
    }

    private void count(String key, Instant now) {
        failures.merge(
                key,
                new Failures(1, now),
                (known, one) -> known.last().isBefore(now.minus(LONGEST)) ? one : new Failures(known.count() + 1, now));
    }

    void succeeded(Caller caller, String name) {
        String network = Networks.of(caller.address());
        Instant now = clock.instant();
        failures.remove(network + " " + name);
        caller.browser().ifPresent(browser -> failures.remove("browser " + browser));
        if (passes.size() > MOST) {
            passes.values().removeIf(now::isAfter);
        }
        passes.put(network + " " + name, now.plus(KNOWN));
    }

    /** An administrator has given her a new password, that nobody can have guessed at: she gets in with it from wherever she is. */
    void letIn(String name) {
        failures.remove("account " + name);
        passes.put("account " + name, clock.instant().plus(LET_IN));
    }
}
