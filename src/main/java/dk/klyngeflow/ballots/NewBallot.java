package dk.klyngeflow.ballots;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A vote to be prepared.
 *
 * @param ballotId chosen by the caller, unique within the cluster: the same again changes nothing; it stands in addresses, so no names in it
 * @param title Danish, as in {@code Valg af koordinator}
 * @param officer id of the returning officer, who sees the paper's key and counts by it
 */
public record NewBallot(
        String clusterId,
        String ballotId,
        String title,
        List<Candidate> candidates,
        Terms terms,
        KeyMode keyMode,
        String officer) {

    /** How many are elected, and by which rule. @param adoption of a proposal; null where people stand */
    public record Terms(
            int seats,
            ElectionRule rule,
            Round round,
            @Nullable AdoptionRule adoption) {

        public Terms(int seats, ElectionRule rule, Round round) {
            this(seats, rule, round, null);
        }

        /** Of one proposal. */
        public static Terms of(AdoptionRule adoption) {
            return new Terms(1, ElectionRule.MOST_VOTES, Round.LAST, adoption);
        }
    }

    public NewBallot {
        candidates = List.copyOf(candidates);
    }

    public Contest contest() {
        return new Contest(
                candidates.stream().map(Candidate::personId).toList(),
                terms.seats(),
                terms.rule(),
                terms.round(),
                terms.adoption());
    }
}
