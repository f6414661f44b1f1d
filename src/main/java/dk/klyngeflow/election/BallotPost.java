package dk.klyngeflow.election;

import org.springframework.stereotype.Component;

/** The letters of one vote, always to everybody on its roll. */
@Component
class BallotPost {

    void invite(Election election, String ballotId) {}

    void remind(Election election, String ballotId) {}

    void tellVoid(Election election, String ballotId) {}
}
