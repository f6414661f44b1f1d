package dk.klyngeflow.election;

import dk.klyngeflow.election.Nominee.State;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormRefused;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** No more stand than there are seats: they are elected, unless a member asks for a written vote in time. */
@Component
class Acclamations {

    static final String LINK = "election-acclamation";

    private static final Logger LOG = LoggerFactory.getLogger(Acclamations.class);

    private final Elections elections;
    private final Nominees nominees;
    private final ElectionTimes times;
    private final ElectionLetters letters;
    private final Cases cases;
    private final CopenhagenTime time;

    Acclamations(
            Elections elections,
            Nominees nominees,
            ElectionTimes times,
            ElectionLetters letters,
            Cases cases,
            CopenhagenTime time) {
        this.elections = elections;
        this.nominees = nominees;
        this.times = times;
        this.letters = letters;
        this.cases = cases;
        this.time = time;
    }

    /** @return when they are elected, if nobody asks */
    Instant announce(String clusterId, String electionId) {
        Election election = elections.lock(clusterId, electionId);
        Instant at = times.acclamation(clusterId);
        elections.acclaiming(election, at);
        letters.ask(
                election,
                ElectionLetters.ACCLAMATION,
                LINK,
                nominees.roll(election),
                election.progress().nominationRounds() + "/"
                        + election.progress().ballotRound());
        return at;
    }

    boolean canBeAsked(Election election) {
        Instant at = election.progress().acclamationAt();
        return election.is(ElectionStatus.ACCLAMATION)
                && !election.progress().writtenVoteAsked()
                && at != null
                && time.now().isBefore(at);
    }

    /** Who has asked is written down nowhere. */
    void askForVote(Election election) {
        if (election.progress().writtenVoteAsked()) {
            return;
        }
        if (!canBeAsked(election)) {
            throw new FormRefused("Fristen for at bede om skriftlig afstemning er gået.");
        }
        elections.writtenVoteAsked(election);
        cases.tell(CoordinatorElection.WRITTEN_VOTE_ASKED, election.clusterId(), election.businessKey(), Map.of());
    }

    /** @return false when whoever stood has withdrawn meanwhile */
    boolean elect(String clusterId, String electionId) {
        Election election = elections.lock(clusterId, electionId);
        List<String> standing = nominees.in(election, State.STANDING).stream()
                .map(Nominee::personId)
                .toList();
        nominees.state(election, standing, State.ELECTED);
        LOG.info("{} of {} elects {} by acclamation", electionId, clusterId, standing);
        return !standing.isEmpty();
    }
}
