package dk.klyngeflow.ballots;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.mail.MailContent;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What a reminder says at the moment it is sent; to everybody the same. */
@Component
class BallotReminderMail implements MailContent {

    private final BallotMail mail;

    BallotReminderMail(BallotMail mail) {
        this.mail = mail;
    }

    @Override
    public String purpose() {
        return BallotLetters.REMINDER;
    }

    @Override
    public Optional<Map<String, Object>> at(String clusterId, Optional<String> personId, Map<String, String> model) {
        return mail.open(clusterId, model)
                .map(ballot -> Map.of(
                        "title", ballot.title(), "closesAt", CopenhagenTime.inWords(BallotMail.closesAt(ballot))));
    }
}
