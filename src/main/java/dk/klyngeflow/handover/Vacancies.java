package dk.klyngeflow.handover;

import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.handover.HandoverTimes.OfTask;
import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.mail.Recipient;
import dk.klyngeflow.members.BoardHelp;
import dk.klyngeflow.members.CoordinatorPosts;
import dk.klyngeflow.members.People;
import dk.klyngeflow.security.Role;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What happens when the coordinator cannot stay until the next one is found. */
@Component
class Vacancies {

    private static final Logger LOG = LoggerFactory.getLogger(Vacancies.class);

    private final CoordinatorPosts posts;
    private final People people;
    private final HandoverTimes times;
    private final Cases cases;
    private final BoardHelp board;
    private final Outbox outbox;
    private final CopenhagenTime time;

    Vacancies(
            CoordinatorPosts posts,
            People people,
            HandoverTimes times,
            Cases cases,
            BoardHelp board,
            Outbox outbox,
            CopenhagenTime time) {
        this.posts = posts;
        this.people = people;
        this.times = times;
        this.cases = cases;
        this.board = board;
        this.outbox = outbox;
        this.time = time;
    }

    /** The chair has the post from now on, and everybody hears so. @return the key of the case */
    String letAct(String clusterId) {
        String acting = posts.acting(clusterId)
                .orElseThrow(() -> new IllegalStateException("nobody can act as coordinator of " + clusterId));
        posts.handOver(clusterId, acting, time.today());
        String key = clusterId + "/koordinator-" + time.today();
        outbox.enqueueAll(people.holding(clusterId, Role.MEMBER).stream()
                .map(member -> Mail.of(
                        clusterId,
                        "coordinator-stopped",
                        "coordinator-stopped:" + key + ":" + member.id() + ":" + acting,
                        Recipient.person(member.id()),
                        Map.of("acting", acting),
                        key))
                .toList());
        LOG.info("the board acts as coordinator of {}", clusterId);
        return key;
    }

    record Called(boolean isElectionCalled, OfTask task) {}

    Called callElection(String clusterId) {
        return new Called(
                cases.startBy(CoordinatorVacancy.ELECTION_WANTED, clusterId, Map.of()), times.decision(clusterId));
    }

    void offer(String clusterId, String businessKey) {
        board.ask(clusterId, businessKey);
    }
}
