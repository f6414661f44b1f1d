package dk.klyngeflow.election;

import dk.klyngeflow.ballots.BallotFacts;
import dk.klyngeflow.ballots.BallotResult;
import dk.klyngeflow.ballots.Ballots;
import dk.klyngeflow.election.Nominee.State;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.members.People;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody other than who the rule says is elected, with a reason that stands in the protocol beside what was computed. */
@Component
class Overruling {

    private static final Logger LOG = LoggerFactory.getLogger(Overruling.class);

    private final Elections elections;
    private final Nominees nominees;
    private final BallotRounds rounds;
    private final Ballots ballots;
    private final People people;
    private final Cases cases;
    private final ElectionLetters letters;

    Overruling(
            Elections elections,
            Nominees nominees,
            BallotRounds rounds,
            Ballots ballots,
            People people,
            Cases cases,
            ElectionLetters letters) {
        this.letters = letters;
        this.elections = elections;
        this.nominees = nominees;
        this.rounds = rounds;
        this.ballots = ballots;
        this.people = people;
        this.cases = cases;
    }

    /** The vote whose result can be another: counted, while the elected are asked. */
    Optional<BallotFacts> open(Election election) {
        return election.is(ElectionStatus.ACCEPTING) && election.progress().ballotRound() > 0
                ? ballots.find(election.clusterId(), rounds.ballotId(election))
                        .filter(ballot -> ballot.phase() == BallotFacts.Phase.COUNTED && isItsResult(election, ballot))
                : Optional.empty();
    }

    /** False when others have been elected since, by a substitute's turn or by acclamation: a seat would be filled twice. */
    private boolean isItsResult(Election election, BallotFacts ballot) {
        List<String> asked = nominees.in(election, State.ELECTED, State.ACCEPTED).stream()
                .map(Nominee::personId)
                .toList();
        List<String> elected = ballots.result(election.clusterId(), ballot.ballotId())
                .map(result -> result.outcome().elected())
                .orElse(List.of());
        return !elected.isEmpty() && asked.containsAll(elected);
    }

    /** @throws FormRefused when there is nothing to decide, or whoever decides is a candidate */
    @Transactional
    public void decide(String clusterId, String electionId, List<String> elected, String by, String reason) {
        Election election = elections.lock(clusterId, electionId);
        BallotFacts ballot =
                open(election).orElseThrow(() -> new FormRefused("Der er ikke et talt resultat at ændre nu."));
        List<String> candidates = ballot.contest().candidates();
        if (nominees.hasStood(election, by)) {
            throw new FormRefused("Det kan kun en, som ikke selv stiller op.");
        }
        if (elected.isEmpty() || elected.size() > ballot.contest().seats() || !candidates.containsAll(elected)) {
            throw new FormRefused(
                    ballot.contest().seats() == 1
                            ? "Vælg én af kandidaterne."
                            : "Vælg mellem 1 og " + ballot.contest().seats() + " af kandidaterne.");
        }
        List<String> before = ballots.result(clusterId, ballot.ballotId())
                .map(BallotResult::outcome)
                .orElseThrow()
                .elected();
        ballots.overrule(clusterId, ballot.ballotId(), elected, people.nameOf(by), reason);
        List<String> losing =
                before.stream().filter(each -> !elected.contains(each)).toList();
        nominees.state(election, losing, State.LOST);
        letters.tellOf(election, ElectionLetters.OVERRULED, losing, ballot.ballotId());
        nominees.state(
                election,
                elected.stream().filter(each -> !before.contains(each)).toList(),
                State.ELECTED);
        if (!cases.tell(CoordinatorElection.RESULT_OVERRULED, clusterId, election.businessKey(), Map.of())) {
            throw new FormRefused("Valget er gået videre, så resultatet kan ikke ændres her.");
        }
        LOG.info("{} of {}: the result is overruled by {}", electionId, clusterId, by);
    }
}
