package dk.klyngeflow.ballots;

import dk.klyngeflow.ballots.BallotFacts.Phase;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.mail.MailContent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the letter with the link says when it is sent: until when, and who else may vote. Nothing when the vote is over. */
@Component
class BallotMail implements MailContent {

    private final Ballots ballots;
    private final BallotNames names;
    private final CopenhagenTime time;

    BallotMail(Ballots ballots, BallotNames names, CopenhagenTime time) {
        this.ballots = ballots;
        this.names = names;
        this.time = time;
    }

    @Override
    public String purpose() {
        return BallotLetters.OPENED;
    }

    @Override
    public Optional<Map<String, Object>> at(String clusterId, Optional<String> personId, Map<String, String> model) {
        return open(clusterId, model).map(ballot -> {
            List<String> voters = ballots.roll(clusterId, ballot.ballotId());
            return Map.of(
                    "title", title(ballot, model),
                    "until",
                            ballot.contest().isProposal()
                                    ? "indtil dirigenten lukker den"
                                    : "til " + CopenhagenTime.inWords(closesAt(ballot)),
                    "roll", names.onRoll(clusterId, voters),
                    "rollHash", Objects.requireNonNull(ballot.course().rollHash()));
        });
    }

    /** Whoever votes for others too has a mail for each. */
    private String title(BallotFacts ballot, Map<String, String> model) {
        String voter = model.get(BallotLetters.VOTER);
        return voter == null ? ballot.title() : ballot.title() + " (for " + names.of(voter) + ")";
    }

    /** The same for everybody, whether she has voted or not. */
    Optional<BallotFacts> open(String clusterId, Map<String, String> model) {
        return ballots.find(clusterId, model.getOrDefault(BallotLetters.BALLOT, ""))
                .filter(ballot -> ballot.phase() == Phase.OPEN && time.now().isBefore(closesAt(ballot)));
    }

    static Instant closesAt(BallotFacts ballot) {
        return Objects.requireNonNull(ballot.course().closesAt());
    }
}
