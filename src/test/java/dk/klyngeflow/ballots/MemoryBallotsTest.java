package dk.klyngeflow.ballots;

/** Votes in memory. */
class MemoryBallotsTest extends BallotContract {

    private static final class Killed extends Error {}

    private final MemoryBallots store = new MemoryBallots(clock);

    @Override
    BallotStore store() {
        return store;
    }

    @Override
    void die() {
        throw new Killed();
    }

    @Override
    Runnable backup(String ballotId) {
        return store.backup();
    }

    @Override
    void damage(String ballotId, String voter) {
        store.damage(CLUSTER, ballotId, voter);
    }

    @Override
    void copyEnvelope(String ballotId, String from, String to) {
        store.copyEnvelope(CLUSTER, ballotId, from, to);
    }

    @Override
    int envelopes(String ballotId) {
        return store.envelopes(CLUSTER, ballotId).size();
    }
}
