package dk.klyngeflow.engine;

import java.time.LocalTime;
import java.util.Optional;

/** When doctors meet. An hour at night is a slip of the finger, and would be mailed to everybody. */
public final class Daytime {

    private static final LocalTime FIRST = LocalTime.of(6, 0);
    private static final LocalTime LAST = LocalTime.of(22, 0);

    private Daytime() {}

    /** Danish: what is wrong with an hour at which something is to begin; empty by day. */
    public static Optional<String> objectionTo(LocalTime start) {
        return start.isBefore(FIRST) || start.isAfter(LAST)
                ? Optional.of("Kl. " + DanishTime.HOUR.format(start)
                        + " er om natten. Skriv et klokkeslæt mellem 6.00 og 22.00.")
                : Optional.empty();
    }
}
