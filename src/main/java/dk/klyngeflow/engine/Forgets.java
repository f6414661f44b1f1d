package dk.klyngeflow.engine;

import java.time.Instant;
import java.time.Period;

/** What is kept for a time only. One bean beside the rows it forgets; the {@link NightWatch} runs them all. */
public interface Forgets {

    /** Danish, as people read it: whose what is forgotten. */
    String what();

    /** How long it is kept; {@link Period#ZERO} when the rows themselves say until when. */
    Period after();

    /**
     * Every node does it, in a transaction of its own; the second finds nothing left.
     *
     * @return how many
     */
    int forget(Instant before);
}
