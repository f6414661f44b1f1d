package dk.klyngeflow.members;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.members.ClusterRegister.NewPerson;
import dk.klyngeflow.security.Role;
import dk.klyngeflow.security.TwoClusters;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.TaskQuery;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Several posts that begin on one morning. */
@KlyngeflowTest
class PostsAtOnceTest {

    private static final String CLUSTER = "samtidig";

    @Autowired
    ClusterRegister register;

    @Autowired
    TwoClusters probe;

    @Autowired
    Posts posts;

    @Autowired
    Cases cases;

    @Autowired
    TaskService tasks;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @Test
    void twoSecretariesGetWhatLayElsewhereUntilThereWasOne() {
        probe.open();
        register.open(
                new Cluster(CLUSTER, "Klynge Samtidig", null, PaymentMode.PLO, "samtidig@klynge.example", "Midt", null),
                List.of(),
                List.of(person("k", Post.COORDINATOR), person("s1", Post.MEMBER), person("s2", Post.MEMBER)));
        cases.start("access-probe", CLUSTER, CLUSTER + "/1", Map.of());
        assertThat(ofSecretaries().count()).isZero();
        LocalDate tomorrow = CopenhagenTime.dayOf(clock.instant()).plusDays(1);
        transaction.executeWithoutResult(status -> List.of("s1", "s2")
                .forEach(each -> posts.give(CLUSTER, CLUSTER + "-" + each, Post.SECRETARY, null, tomorrow)));

        clock.advance(Duration.ofDays(1));
        posts.turn(CLUSTER);

        assertThat(ofSecretaries().count()).isEqualTo(1);
    }

    private TaskQuery ofSecretaries() {
        return tasks.createTaskQuery()
                .tenantIdIn(CLUSTER)
                .taskCandidateGroup(Role.SECRETARY.group(CLUSTER))
                .includeAssignedTasks();
    }

    private static NewPerson person(String name, Post post) {
        String id = CLUSTER + "-" + name;
        return new NewPerson(id, "Navn " + name, id + "@klynge.example", List.of(post), null, null);
    }
}
