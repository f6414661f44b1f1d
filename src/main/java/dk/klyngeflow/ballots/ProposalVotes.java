package dk.klyngeflow.ballots;

import org.springframework.stereotype.Component;

/**
 * What only a vote about a proposal has, whose voters sit in one room: papers that go from hand to hand, a chair who sees how many have
 * voted, and who closes. Of an election nobody has any of it.
 */
@Component
public class ProposalVotes {

    private final BallotStore store;
    private final Counting counting;

    ProposalVotes(BallotStore store, Counting counting) {
        this.store = store;
        this.counting = counting;
    }

    /**
     * The paper of a right goes to another hand, whose link takes the vote from now on. A vote that was given stands until another is given
     * in its place. Again changes nothing.
     */
    public void hand(String clusterId, String ballotId, VoteRight right) {
        requireProposal(clusterId, ballotId);
        store.inOne(() -> {
            store.rights(clusterId, ballotId).stream()
                    .filter(each -> each.voter().equals(right.voter()) && !each.equals(right))
                    .forEach(before -> {
                        // the link first: whoever votes by it is waited for
                        counting.endLink(clusterId, ballotId, before);
                        store.hand(clusterId, ballotId, right);
                    });
            return null;
        });
    }

    /** How many have voted. */
    public int turnout(String clusterId, String ballotId) {
        requireProposal(clusterId, ballotId);
        return store.turnout(clusterId, ballotId);
    }

    /** From now on nobody votes; again changes nothing. */
    public void close(String clusterId, String ballotId) {
        requireProposal(clusterId, ballotId);
        store.inOne(() -> {
            // the links first, as whoever votes takes hers before the vote
            counting.endLinks(clusterId, ballotId);
            store.close(clusterId, ballotId);
            return null;
        });
    }

    /** An election closes when it was said. */
    private void requireProposal(String clusterId, String ballotId) {
        boolean isProposal = store.find(clusterId, ballotId)
                .filter(ballot -> ballot.contest().isProposal())
                .isPresent();
        if (!isProposal) {
            throw new IllegalStateException(ballotId + " in " + clusterId + " is no vote about a proposal");
        }
    }
}
