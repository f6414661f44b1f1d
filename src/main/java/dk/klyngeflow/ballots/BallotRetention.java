package dk.klyngeflow.ballots;

import dk.klyngeflow.ballots.BallotStore.Ended;
import dk.klyngeflow.engine.Forgets;
import java.time.Instant;
import java.time.Period;
import org.springframework.stereotype.Component;

/** Who could vote, and the list of what was voted. The printed protocol stays, as minutes do. */
@Component
class BallotRetention implements Forgets {

    private final BallotStore store;
    private final BallotKeys keys;

    BallotRetention(BallotStore store, BallotKeys keys) {
        this.store = store;
        this.keys = keys;
    }

    @Override
    public String what() {
        return "Valglister og lister over stemmer, regnet fra lukningen";
    }

    @Override
    public Period after() {
        return Period.ofMonths(3);
    }

    /** A key that is left, since the process was killed between count and destruction, does not live until the next night. */
    @Override
    public int forget(Instant before) {
        for (Ended ended : store.ended()) {
            keys.destroyIfLeft(ended.clusterId(), ended.ballotId());
        }
        return store.forget(before);
    }
}
