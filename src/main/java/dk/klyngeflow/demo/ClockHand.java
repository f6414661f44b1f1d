package dk.klyngeflow.demo;

import java.time.Instant;

/** The hand of a clock that can be moved, forwards only. */
interface ClockHand {

    Instant now();

    /** Does nothing when the moment has passed already. */
    void moveTo(Instant moment);
}
