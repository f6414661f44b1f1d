package dk.klyngeflow.polls;

import java.time.Instant;
import java.util.List;

/**
 * A poll that is to be opened.
 *
 * @param caseKey business key of the case that asks
 * @param title what it is about, as members know it
 * @param text what else they should know; may be empty
 * @param minutes how long it lasts
 * @param minimum so many must be able to come, or a date is no use
 * @param starts the proposed dates
 * @param closesAt from then on no answer is taken
 */
public record NewPoll(
        String clusterId,
        String caseKey,
        String title,
        String text,
        int minutes,
        int minimum,
        List<Instant> starts,
        List<Asked> asked,
        Instant closesAt) {

    public NewPoll {
        starts = starts.stream().distinct().sorted().toList();
        asked = List.copyOf(asked);
        if (starts.isEmpty() || asked.isEmpty() || minimum < 1) {
            throw new IllegalArgumentException("a poll needs dates, people and a minimum: " + caseKey);
        }
    }
}
