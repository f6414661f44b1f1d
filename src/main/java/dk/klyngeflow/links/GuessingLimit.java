package dk.klyngeflow.links;

import dk.klyngeflow.security.Networks;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Counts wrong codes by network as the log-in does (a whole /64 of IPv6 is one), in memory that stays small. It decides only how a wrong code is answered: a right one always opens, so
 * nobody in the same house can be locked out by somebody who guesses.
 */
@Component
class GuessingLimit {

    private static final int FREE = 30;
    private static final Duration ONE_MORE_EVERY = Duration.ofSeconds(6);
    private static final int ADDRESSES = 10_000;

    private final Clock clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > ADDRESSES;
        }
    };

    GuessingLimit(Clock clock) {
        this.clock = clock;
    }

    /** @param left how many wrong codes are still answered in the ordinary way, at that moment */
    private record Bucket(double left, Instant at) {}

    /** Counts a wrong code; true when the address has sent too many. */
    synchronized boolean isTooMany(String address) {
        Instant now = clock.instant();
        String network = Networks.of(address);
        Bucket known = buckets.getOrDefault(network, new Bucket(FREE, now));
        double regained = (double) Duration.between(known.at(), now).toMillis() / ONE_MORE_EVERY.toMillis();
        double left = Math.min(FREE, known.left() + Math.max(0, regained)) - 1;
        buckets.put(network, new Bucket(Math.max(0, left), now));
        return left < 0;
    }
}
