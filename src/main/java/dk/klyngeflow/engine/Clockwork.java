package dk.klyngeflow.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Machinery that does what falls due by the clock. Whoever moves the clock stops it, turns it by hand at each moment on the way, and lets
 * it go again: nothing is then done twice, and everything in the order in which it would have happened. Turned in the order of their beans:
 * what runs by a schedule, then cases, then the mails of both.
 */
public interface Clockwork {

    /** Ends its own going and waits for what is under way. */
    void stop();

    /** Goes by itself again, if it did before. */
    void go();

    /** When it has something to do next, later than now; empty when it does not know of anything. */
    Optional<Instant> next();

    /**
     * Does what is due now.
     *
     * @return what happened, in Danish and without names of people, one line each; empty when there was nothing to tell
     */
    List<String> turn();
}
