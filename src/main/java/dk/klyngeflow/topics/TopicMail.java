package dk.klyngeflow.topics;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.mail.MailContent;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the mail that asks for topics says at the moment it is sent; nothing when the round is closed. */
@Component
class TopicMail implements MailContent {

    private static final int SHOWN = 8;

    private final TopicBank bank;

    TopicMail(TopicBank bank) {
        this.bank = bank;
    }

    @Override
    public String purpose() {
        return TopicBank.PURPOSE;
    }

    @Override
    public Optional<Map<String, Object>> at(String clusterId, Optional<String> personId, Map<String, String> model) {
        return personId.flatMap(person -> bank.ballot(clusterId, model.getOrDefault(TopicBank.CASE_KEY, ""), person))
                .filter(TopicBank.Ballot::open)
                .map(ballot -> Map.of(
                        "titles",
                        ballot.topics().stream().limit(SHOWN).map(Topic::title).toList(),
                        "more",
                        Math.max(0, ballot.topics().size() - SHOWN),
                        "closesAt",
                        CopenhagenTime.inWords(ballot.closesAt())));
    }
}
