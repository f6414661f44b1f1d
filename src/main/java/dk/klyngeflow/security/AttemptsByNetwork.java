package dk.klyngeflow.security;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts attempts by network as the log-in does (a whole /64 of IPv6 is one), in memory that stays small. Each network has some at once and
 * regains one after a while.
 */
public final class AttemptsByNetwork {

    private static final int NETWORKS = 10_000;

    private final Clock clock;
    private final int free;
    private final Duration oneMoreEvery;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > NETWORKS;
        }
    };

    public AttemptsByNetwork(Clock clock, int free, Duration oneMoreEvery) {
        this.clock = clock;
        this.free = free;
        this.oneMoreEvery = oneMoreEvery;
    }

    /** @param left how many attempts are still taken, at that moment */
    private record Bucket(double left, Instant at) {}

    /** Counts one; true when the address has made too many. */
    public boolean isTooMany(String address) {
        return isTooMany(address, "");
    }

    /** The same for each matter by itself. @param about short, such as the id of a cluster */
    public synchronized boolean isTooMany(String address, String about) {
        Instant now = clock.instant();
        String network = Networks.of(address) + " " + about;
        Bucket known = buckets.getOrDefault(network, new Bucket(free, now));
        // a clock that was set back locks nobody out until it has caught up
        double regained = (double) Duration.between(known.at(), now).abs().toMillis() / oneMoreEvery.toMillis();
        double left = Math.min(free, known.left() + regained) - 1;
        buckets.put(network, new Bucket(Math.max(0, left), now));
        return left < 0;
    }
}
