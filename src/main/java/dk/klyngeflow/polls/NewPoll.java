package dk.klyngeflow.polls;

import java.time.Instant;
import java.util.List;

/**
 * A poll that is to be opened.
 *
 * @param caseKey business key of the case that asks
 * @param starts the proposed dates
 * @param closesAt from then on no answer is taken
 */
public record NewPoll(
        String clusterId,
        String caseKey,
        PollMatter matter,
        List<Instant> starts,
        List<Asked> asked,
        Instant closesAt) {

    public NewPoll {
        starts = starts.stream().distinct().sorted().toList();
        asked = List.copyOf(asked);
        if (starts.isEmpty() || asked.isEmpty() || matter.minimum() < 1) {
            throw new IllegalArgumentException("a poll needs dates, people and a minimum: " + caseKey);
        }
    }
}
