package dk.klyngeflow.polls;

import java.util.List;
import java.util.Optional;

/**
 * How a poll stands, at any time.
 *
 * @param dates in the order in which they were proposed
 * @param voices of everybody who is asked and has not left, by name
 * @param best the date that wins by the rule; empty when none can
 * @param why the outcome in Danish sentences
 */
public record PollResult(
        Poll poll, List<DateTally> dates, List<Voice> voices, Optional<DateTally> best, String why) {

    /** The rule by which a date wins, as it stands on the form. */
    public static final String RULE =
            "Den bedste dato er den, som flest kan: et ja tæller 2 og et hvis nødvendigt tæller 1; en dato, som en nødvendig deltager har"
                    + " sagt nej til, kan ikke vinde, og står det lige, vinder flest ja og dernæst den tidligste dato.";

    /** False when no date suits so many that it is worth while. */
    public boolean isAnyDatePossible() {
        return dates.stream().anyMatch(DateTally::isEnough);
    }
}
