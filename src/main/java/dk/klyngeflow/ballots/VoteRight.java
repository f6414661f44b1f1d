package dk.klyngeflow.ballots;

import dk.klyngeflow.links.Held;

/**
 * One right to vote, which is one entry of the roll, and who has its paper. Whoever votes for another has a paper, and a link, for each.
 *
 * @param bearer the voter herself, or who votes for her
 */
public record VoteRight(String voter, String bearer) {

    private static final String FOR = "~";

    /** She votes herself. */
    public static VoteRight own(String voter) {
        return new VoteRight(voter, voter);
    }

    public boolean isBorneByAnother() {
        return !voter.equals(bearer);
    }

    /** What her link is about: the vote, and for whom when it is not herself. */
    String subject(String ballotId) {
        return isBorneByAnother() ? ballotId + FOR + voter : ballotId;
    }

    static VoteRight of(Held held) {
        int at = held.subject().indexOf(FOR);
        return at < 0 ? own(held.holder()) : new VoteRight(held.subject().substring(at + 1), held.holder());
    }

    /** The vote that a link is about. */
    static String ballotId(Held held) {
        int at = held.subject().indexOf(FOR);
        return at < 0 ? held.subject() : held.subject().substring(0, at);
    }
}
