package dk.klyngeflow.handover;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.members.Duties;
import dk.klyngeflow.members.Mandates;
import dk.klyngeflow.security.Browser;
import dk.klyngeflow.security.TwoClusters;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The ways a duty can go, started as Tasklist starts it. */
@KlyngeflowTest
class DutyHandoverTest {

    private static final String WEB = "/camunda/api/engine/engine/default";

    @LocalServerPort
    int port;

    @Autowired
    TwoClusters clusters;

    @Autowired
    Mandates mandates;

    @Autowired
    Duties duties;

    @Autowired
    Cases cases;

    @Autowired
    TaskService tasks;

    @Autowired
    RepositoryService models;

    @BeforeEach
    void open() {
        clusters.open();
    }

    @AfterEach
    void asItWas() {
        mandates.takeBack("one", duties.get("checkInvoice"), "test");
    }

    @Test
    void theCoordinatorMovesADutyAndItsOpenTasksAndTakesItBack() {
        Task task = openTask();
        HttpResponse<String> moved = start("one-coordinator", "checkInvoice", "GIVE", "one-board");
        assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
        assertThat(mandates.holders("one", "checkInvoice")).isEqualTo(Set.of("one-board"));
        assertThat(assignee(task)).isEqualTo("one-board");

        HttpResponse<String> back = start("one-coordinator", "checkInvoice", "TAKE_BACK", "");
        assertThat(back.statusCode()).as(back.body()).isEqualTo(200);
        assertThat(mandates.holders("one", "checkInvoice")).isEqualTo(Set.of("one-secretary", "one-secretary2"));
        assertThat(assignee(task)).isNull();
        assertThat(tasks.createTaskQuery()
                        .taskId(task.getId())
                        .taskCandidateGroup("one.secretary")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void nobodyElseMovesADuty() {
        // the auditor only reads
        assertThat(start("one-auditor", "checkInvoice", "GIVE", "one-board").statusCode())
                .isEqualTo(403);
        for (String person : Set.of("one-secretary", "one-board")) {
            HttpResponse<String> refused = start(person, "checkInvoice", "GIVE", "one-board");
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.body()).contains("Kun klyngens koordinator");
        }
        assertThat(start("two-coordinator", "checkInvoice", "GIVE", "one-board").statusCode())
                .isEqualTo(400);
        assertThat(mandates.movedTo("one", "checkInvoice")).isEmpty();
        assertThat(mandates.movedTo("two", "checkInvoice")).isEmpty();
    }

    @Test
    void onlySecretaryAndBoardReceiveAndOnlyWhatIsKnown() {
        assertThat(start("one-coordinator", "checkInvoice", "GIVE", "one-member")
                        .body())
                .contains("Vælg sekretæren eller et medlem af bestyrelsen.");
        assertThat(start("one-coordinator", "checkInvoice", "GIVE", "two-board").statusCode())
                .isEqualTo(400);
        assertThat(start("one-coordinator", "handOverDuties", "GIVE", "one-board")
                        .body())
                .contains("Vælg, hvilken opgave det gælder.");
        assertThat(start("one-coordinator", "checkInvoice", "TAKE_BACK", "").body())
                .contains("ikke overdraget");
    }

    private Task openTask() {
        String key = "case-one-" + UUID.randomUUID();
        cases.start("access-probe", "one", key, Map.of());
        return tasks.createTaskQuery().processInstanceBusinessKey(key).singleResult();
    }

    private String assignee(Task task) {
        return tasks.createTaskQuery().taskId(task.getId()).singleResult().getAssignee();
    }

    private HttpResponse<String> start(String person, String duty, String direction, String receiver) {
        String model = models.createProcessDefinitionQuery()
                .processDefinitionKey(DutyHandover.KEY)
                .latestVersion()
                .singleResult()
                .getId();
        String variables = "\"duty\":{\"value\":\"%s\"},\"direction\":{\"value\":\"%s\"}".formatted(duty, direction)
                + (receiver.isEmpty() ? "" : ",\"receiver\":{\"value\":\"%s\"}".formatted(receiver));
        return Browser.loggedIn(port, person, person)
                .send(
                        "POST",
                        WEB + "/process-definition/" + model + "/submit-form",
                        "{\"variables\":{" + variables + "}}");
    }
}
