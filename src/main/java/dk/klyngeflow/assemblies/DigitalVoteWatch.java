package dk.klyngeflow.assemblies;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Closes a vote by link when all have voted. Never in the transaction of who votes, so that her vote cannot fail by it. */
@Component
class DigitalVoteWatch {

    private static final Logger LOG = LoggerFactory.getLogger(DigitalVoteWatch.class);

    private final EveningBallots rows;
    private final DigitalVotes votes;
    private boolean isWaiting;

    DigitalVoteWatch(EveningBallots rows, DigitalVotes votes) {
        this.rows = rows;
        this.votes = votes;
    }

    /** Said once: a look comes every three seconds. The chair, who closes it herself, hears what is in the way. */
    @Scheduled(fixedDelay = 3_000)
    void look() {
        try {
            rows.places().forEach(place -> votes.endIfOver(place.clusterId(), place.eveningId()));
            isWaiting = false;
        } catch (RuntimeException e) {
            if (!isWaiting) {
                LOG.warn("votes by link wait to be closed: {}", e.getClass().getName());
            }
            isWaiting = true;
        }
    }
}
