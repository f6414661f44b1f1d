package dk.klyngeflow.election;

/**
 * The process {@code coordinator-election}: fills a post. Another process calls it with {@code post}, {@code seats} and {@code takesOffice};
 * the message {@link #POST_VACATED} starts it when a post stands empty, for a coordinator where it names no other.
 */
final class CoordinatorElection {

    static final String KEY = "coordinator-election";

    static final String POST_VACATED = "election.postVacated";
    static final String CANCELLED = "election.electionCancelled";
    static final String WRITTEN_VOTE_ASKED = "election.writtenVoteAsked";
    static final String RESULT_OVERRULED = "election.resultOverruled";
    static final String ACCEPTANCE_GIVEN = "election.acceptanceGiven";

    private CoordinatorElection() {}
}
