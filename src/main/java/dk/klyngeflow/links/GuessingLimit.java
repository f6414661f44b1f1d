package dk.klyngeflow.links;

import dk.klyngeflow.security.AttemptsByNetwork;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Counts wrong codes by network. It decides only how a wrong code is answered: a right one always opens, so nobody in the same house can be
 * locked out by somebody who guesses.
 */
@Component
class GuessingLimit {

    private static final int FREE = 30;
    private static final Duration ONE_MORE_EVERY = Duration.ofSeconds(6);

    private final AttemptsByNetwork attempts;

    GuessingLimit(Clock clock) {
        this.attempts = new AttemptsByNetwork(clock, FREE, ONE_MORE_EVERY);
    }

    /** Counts a wrong code; true when the address has sent too many. */
    boolean isTooMany(String address) {
        return attempts.isTooMany(address);
    }
}
