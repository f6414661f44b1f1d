package dk.klyngeflow.ballots;

import dk.klyngeflow.mail.MailContent;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** That a vote was annulled while it was open. */
@Component
class BallotVoidMail implements MailContent {

    private final Ballots ballots;

    BallotVoidMail(Ballots ballots) {
        this.ballots = ballots;
    }

    @Override
    public String purpose() {
        return BallotLetters.VOID;
    }

    @Override
    public Optional<Map<String, Object>> at(String clusterId, Optional<String> personId, Map<String, String> model) {
        return ballots.find(clusterId, model.getOrDefault(BallotLetters.BALLOT, ""))
                .map(ballot -> Map.of("title", ballot.title()));
    }
}
