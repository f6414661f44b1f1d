package dk.klyngeflow.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Slows guessing down without locking the true holder out: what is counted is the pair of address and name, and the address alone. Each
 * failure beyond the free ones doubles the wait.
 */
@Component
class LoginThrottle {

    private static final int FREE_PER_NAME = 5;
    private static final int FREE_PER_ADDRESS = 30;
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int MOST = 50_000;

    private final Clock clock;
    private final Map<String, Failures> failures = new ConcurrentHashMap<>();

    LoginThrottle(Clock clock) {
        this.clock = clock;
    }

    private record Failures(int count, Instant last) {}

    /** How long this address must wait before it may try this name again; zero when it may try now. */
    Duration wait(String address, String name) {
        Duration byName = wait(address + " " + name, FREE_PER_NAME);
        Duration byAddress = wait(address, FREE_PER_ADDRESS);
        return byName.compareTo(byAddress) > 0 ? byName : byAddress;
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

    void failed(String address, String name) {
        Instant now = clock.instant();
        if (failures.size() > MOST) {
            failures.values().removeIf(old -> old.last().isBefore(now.minus(LONGEST)));
        }
        count(address + " " + name, now);
        count(address, now);
    }

    private void count(String key, Instant now) {
        failures.merge(
                key,
                new Failures(1, now),
                (known, one) -> known.last().isBefore(now.minus(LONGEST)) ? one : new Failures(known.count() + 1, now));
    }

    void succeeded(String address, String name) {
        failures.remove(address + " " + name);
    }
}
