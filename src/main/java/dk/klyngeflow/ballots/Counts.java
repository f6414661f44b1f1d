package dk.klyngeflow.ballots;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The figures of a vote.
 *
 * @param votes by choice, in the order of the ballot paper; all choices are there
 * @param blank ballots without a mark
 * @param invalid envelopes that could not be opened, or paper ballots that could not be read
 */
public record Counts(Map<String, Integer> votes, int ballots, int blank, int invalid) {

    public Counts {
        votes = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(votes));
        if (blank < 0
                || invalid < 0
                || blank + invalid > ballots
                || votes.values().stream().anyMatch(each -> each < 0)) {
            throw new IllegalArgumentException("figures that do not add up");
        }
    }

    /** Ballots with at least one mark: the base of more than half. */
    public int valid() {
        return ballots - blank - invalid;
    }

    public int of(String choice) {
        return votes.getOrDefault(choice, 0);
    }
}
