package dk.klyngeflow.assemblies;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Closes a vote by link when all have voted. Never in the transaction of who votes, so that her vote cannot fail by it. */
@Component
class DigitalVoteWatch {

    private static final Logger LOG = LoggerFactory.getLogger(DigitalVoteWatch.class);

    private final EveningBallots rows;
    private final DigitalVotes votes;
    private Set<EveningBallots.Place> waiting = Set.of();

    DigitalVoteWatch(EveningBallots rows, DigitalVotes votes) {
        this.rows = rows;
        this.votes = votes;
    }

    /** Said once: a look comes every three seconds. The chair, who closes it herself, hears what is in the way. One that waits holds up no other. */
    @Scheduled(fixedDelay = 3_000)
    void look() {
        Set<EveningBallots.Place> stuck = new HashSet<>();
        for (EveningBallots.Place place : places()) {
            try {
                votes.endIfOver(place.clusterId(), place.eveningId());
            } catch (RuntimeException e) {
                stuck.add(place);
                if (!waiting.contains(place)) {
                    LOG.warn(
                            "{} {}: the vote by link waits to be closed: {}",
                            place.clusterId(),
                            place.eveningId(),
                            e.getClass().getName());
                }
            }
        }
        waiting = Set.copyOf(stuck);
    }

    private List<EveningBallots.Place> places() {
        try {
            return rows.places();
        } catch (DataAccessException e) {
            // the database is away: looked at again in a moment
            return List.of();
        }
    }
}
