package dk.klyngeflow.handover;

import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.mail.Recipient;
import dk.klyngeflow.members.CoordinatorPosts;
import dk.klyngeflow.members.CoordinatorSearch;
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
    private final CoordinatorSearch search;
    private final Cases cases;
    private final Outbox outbox;
    private final CopenhagenTime time;

    Vacancies(
            CoordinatorPosts posts,
            People people,
            CoordinatorSearch search,
            Cases cases,
            Outbox outbox,
            CopenhagenTime time) {
        this.posts = posts;
        this.people = people;
        this.search = search;
        this.cases = cases;
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

    /** Of whichever stage the process is that elects; without one the case stands still where it is seen. */
    void callElection(String clusterId) {
        boolean isUnderWay =
                search.in(clusterId).filter(found -> found.elected() == null).isPresent();
        if (isUnderWay) {
            LOG.info("a coordinator of {} is being elected already", clusterId);
        } else if (!cases.startBy(CoordinatorVacancy.ELECTION_WANTED, clusterId, Map.of())) {
            throw new IllegalStateException("no process begins with " + CoordinatorVacancy.ELECTION_WANTED);
        }
    }
}
