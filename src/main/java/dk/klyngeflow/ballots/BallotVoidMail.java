package dk.klyngeflow.ballots;

import dk.klyngeflow.mail.MailContent;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** That a vote was annulled, and why. */
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
                .map(ballot -> Map.of(
                        "title",
                        ballot.title(),
                        "why",
                        Optional.ofNullable(ballot.course().voidReason())
                                .orElse(VoidReason.WITHDRAWN)
                                .danish()));
    }
}
