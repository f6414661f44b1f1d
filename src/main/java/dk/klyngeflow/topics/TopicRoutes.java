package dk.klyngeflow.topics;

import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Role;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** {@code GET /api/clusters/{cluster}/topics}: what a meeting could be about, for the form in which it is planned. */
@RestController
class TopicRoutes {

    private final TopicBank bank;
    private final CurrentPerson person;

    TopicRoutes(TopicBank bank, CurrentPerson person) {
        this.bank = bank;
        this.person = person;
    }

    /** @param votesText as in (3 stemmer) */
    record Shown(String id, String title, String text, int votes, String votesText) {}

    @GetMapping("/api/clusters/{cluster}/topics")
    List<Shown> topics(@PathVariable String cluster) {
        person.require(cluster, Role.values());
        return bank.ranked(cluster).stream()
                .map(topic -> new Shown(topic.id(), topic.title(), topic.text(), topic.votes(), topic.votesText()))
                .toList();
    }
}
