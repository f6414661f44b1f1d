package dk.klyngeflow.ballots;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is voted upon, and how it is decided.
 *
 * @param candidates their ids, in the order of the ballot paper; with a single one the choices are {@link #FOR} and {@link #AGAINST}
 * @param seats as many marks as a ballot may have
 * @param adoption of a single proposal, which the statutes' majority decides and not the rule of elections; else null
 */
public record Contest(
        List<String> candidates,
        int seats,
        ElectionRule rule,
        Round round,
        @Nullable AdoptionRule adoption) {

    public static final String FOR = "for";
    public static final String AGAINST = "imod";

    static final int MOST_SEATS = 15;
    static final int MOST_CANDIDATES = 100;

    public Contest {
        candidates = List.copyOf(candidates);
        if (candidates.isEmpty() || candidates.size() > MOST_CANDIDATES || seats < 1 || seats > MOST_SEATS) {
            throw new IllegalArgumentException(candidates.size() + " candidates for " + seats + " seats");
        }
        if (Set.copyOf(candidates).size() < candidates.size()) {
            throw new IllegalArgumentException("a candidate stands twice");
        }
        if (adoption != null && candidates.size() > 1) {
            throw new IllegalArgumentException("one proposal is adopted at a time");
        }
    }

    /** An election. */
    public Contest(List<String> candidates, int seats, ElectionRule rule, Round round) {
        this(candidates, seats, rule, round, null);
    }

    /** A proposal that is put to the vote, instead of people. */
    public boolean isProposal() {
        return adoption != null;
    }

    /** One candidate only: for or against. */
    public boolean isApproval() {
        return candidates.size() == 1;
    }

    /** What may be marked. */
    public List<String> choices() {
        return isApproval() ? List.of(FOR, AGAINST) : candidates;
    }

    /** How many of them one ballot may mark. */
    public int marks() {
        return isApproval() ? 1 : Math.min(seats, candidates.size());
    }
}
