package dk.klyngeflow.election;

import dk.klyngeflow.ballots.BallotLetters;
import org.springframework.stereotype.Component;

/** The letters of one vote, always to everybody on its roll; what cannot be delivered is told on the case of the vote. */
@Component
class BallotPost {

    private static final int ONLY_REMINDER = 1;

    private final BallotLetters letters;

    BallotPost(BallotLetters letters) {
        this.letters = letters;
    }

    void invite(Election election, String ballotId) {
        letters.invite(election.clusterId(), ballotId, caseKey(election));
    }

    void remind(Election election, String ballotId) {
        letters.remind(election.clusterId(), ballotId, ONLY_REMINDER, caseKey(election));
    }

    void tellVoid(Election election, String ballotId) {
        letters.tellVoid(election.clusterId(), ballotId, caseKey(election));
    }

    /** How far the letters with the links have come, for the returning officer. */
    BallotLetters.Delivery delivery(Election election, String ballotId) {
        return letters.delivery(election.clusterId(), ballotId);
    }

    private static String caseKey(Election election) {
        return election.businessKey() + SecretBallot.PART;
    }
}
