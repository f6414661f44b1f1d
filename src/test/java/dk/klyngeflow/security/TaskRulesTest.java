package dk.klyngeflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.engine.Cases;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Who may do what to a task, through the door that Tasklist uses. */
@KlyngeflowTest
class TaskRulesTest {

    private static final String WEB = "/camunda/api/engine/engine/default";

    @LocalServerPort
    int port;

    @Autowired
    TwoClusters clusters;

    @Autowired
    Cases cases;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identities;

    @Autowired
    Memberships memberships;

    @BeforeEach
    void open() {
        clusters.open();
    }

    @Test
    void onlyThoseItWasGivenToTakeATask() {
        String task = task("one", Map.of());
        assertThat(claim("one-coordinator", task).statusCode()).isEqualTo(403);
        assertThat(claim("one-auditor", task).statusCode()).isEqualTo(403);
        assertThat(claim("admin", task).statusCode()).isEqualTo(403);
        assertThat(claim("one-secretary", task).statusCode()).isEqualTo(204);
        assertThat(claim("one-secretary2", task).statusCode()).isEqualTo(403);
    }

    @Test
    void whatBelongsToAnotherClusterIsNotThere() {
        HttpResponse<String> foreign = claim("two-secretary", task("one", Map.of()));
        HttpResponse<String> unknown = claim("two-secretary", UUID.randomUUID().toString());
        assertThat(foreign.statusCode()).isEqualTo(404).isEqualTo(unknown.statusCode());
        assertThat(foreign.body()).isEqualTo(unknown.body());
    }

    @Test
    void nobodyTakesATaskForSomebodyElse() {
        assertThat(post("one-secretary", "/task/" + task("one", Map.of()) + "/claim", "{\"userId\":\"one-board\"}")
                        .statusCode())
                .isIn(204, 400, 403);
    }

    @Test
    void onlyTheAssigneeCompletesWhatIsTaken() {
        String task = task("one", Map.of());
        assertThat(claim("one-secretary", task).statusCode()).isEqualTo(204);
        assertThat(complete("one-secretary2", task, "{}").statusCode()).isEqualTo(403);
        assertThat(complete("one-coordinator", task, "{}").statusCode()).isEqualTo(403);
        assertThat(complete("admin", task, "{}").statusCode()).isEqualTo(403);
        assertThat(complete("one-secretary", task, "{}").statusCode()).isEqualTo(204);
    }

    @Test
    void aCandidateCompletesWithoutTakingFirst() {
        assertThat(complete("one-secretary", task("one", Map.of()), "{}").statusCode())
                .isEqualTo(204);
    }

    @Test
    void aWrongAnswerIsRefusedInDanishAndNothingIsLost() {
        String task = task("one", Map.of());
        HttpResponse<String> answer =
                complete("one-secretary", task, "{\"variables\":{\"wrong\":{\"value\":true,\"type\":\"Boolean\"}}}");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("\"message\":\"Beløbet mangler.\"");
        assertThat(tasks.createTaskQuery().taskId(task).count()).isEqualTo(1);
    }

    @Test
    void aTaskIsPassedOnWithinTheClusterOnly() {
        String task = task("one", Map.of());
        assertThat(assign("one-coordinator", task, "one-coordinator").statusCode())
                .isEqualTo(403);
        assertThat(assign("one-secretary", task, "one-member").statusCode()).isEqualTo(403);
        assertThat(assign("one-secretary", task, "one-auditor").statusCode()).isEqualTo(403);
        assertThat(assign("one-secretary", task, "two-secretary").statusCode()).isEqualTo(403);
        assertThat(assign("one-secretary", task, "nobody").statusCode()).isEqualTo(403);
        assertThat(assign("one-secretary", task, "one-board").statusCode()).isEqualTo(204);
        assertThat(complete("one-board", task, "{}").statusCode()).isEqualTo(204);
    }

    @Test
    void whomFourEyesKeepAwayNeitherGetsNorDoesIt() {
        String task = task("one", Map.of("excludedPeople", "one-secretary,one-board"));
        assertThat(claim("one-secretary", task).statusCode()).isEqualTo(403);
        assertThat(complete("one-secretary", task, "{}").statusCode()).isEqualTo(403);
        assertThat(assign("one-secretary2", task, "one-board").statusCode()).isEqualTo(403);
        assertThat(assign("admin", task, "one-board").statusCode()).isEqualTo(403);
        assertThat(complete("one-secretary2", task, "{}").statusCode()).isEqualTo(204);
    }

    @Test
    void theTaskItselfIsTheProcesss() {
        String task = task("one", Map.of());
        assertThat(put("one-secretary", "/task/" + task, "{\"name\":\"Noget andet\",\"priority\":50}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(put("one-secretary", "/task/" + task + "/variables/amount", "{\"value\":1,\"type\":\"Long\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(post(
                                "one-secretary",
                                "/task/" + task + "/identity-links",
                                "{\"userId\":\"one-board\",\"type\":\"candidate\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(post("one-secretary", "/task/" + task + "/resolve", "{}").statusCode())
                .isEqualTo(403);
        assertThat(post("one-secretary", "/task/" + task + "/bpmnError", "{\"errorCode\":\"x\"}")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void staffSeeTheirOwnClustersPeopleOnly() {
        String users = get("one-secretary", "/user?maxResults=200").body();
        // a page is a page of her own people, however many others there are
        assertThat(get("one-secretary", "/user?maxResults=1").body())
                .contains("\"id\"")
                .doesNotContain("two-");
        assertThat(get("two-secretary", "/user?maxResults=1").body())
                .contains("\"id\"")
                .doesNotContain("one-");
        assertThat(get("two-secretary", "/group?maxResults=2").body()).contains("two.");
        assertThat(get("two-secretary", "/tenant?maxResults=1").body()).contains("two");
        assertThat(users).contains("one-member", "one-board").doesNotContain("two-", "admin@");
        assertThat(get("one-secretary", "/user/two-board/profile").statusCode()).isEqualTo(404);
        assertThat(get("one-secretary", "/user/one-board/profile").statusCode()).isEqualTo(200);
        assertThat(get("one-secretary", "/group?maxResults=200").body())
                .contains("one.board")
                .doesNotContain("two.");
        assertThat(get("one-secretary", "/tenant?maxResults=50").body())
                .contains("one")
                .doesNotContain("two");
    }

    @Test
    void whatSheIsCanBeReadAnewInTheMiddleOfHerRequest() {
        identities.setAuthentication("one-secretary", List.of("one.secretary", Role.STAFF), List.of("one"));
        try {
            memberships.forget();
            assertThat(memberships.of("one-secretary").groups()).contains("one.secretary");
            memberships.forget();
            assertThat(memberships.of("two-board").clusters()).containsExactly("two");
        } finally {
            identities.clearAuthentication();
        }
    }

    @Test
    void commentsStayInTheCluster() {
        String task = task("one", Map.of());
        assertThat(post("one-coordinator", "/task/" + task + "/comment/create", "{\"message\":\"Husk bilaget\"}")
                        .statusCode())
                .isEqualTo(200);
        assertThat(post("two-coordinator", "/task/" + task + "/comment/create", "{\"message\":\"Hej\"}")
                        .statusCode())
                .isIn(400, 404);
        assertThat(get("two-coordinator", "/task/" + task + "/comment").statusCode())
                .isEqualTo(404);
    }

    private String task(String cluster, Map<String, Object> variables) {
        String key = "case-" + cluster + "-" + UUID.randomUUID();
        cases.start("access-probe", cluster, key, variables);
        Task task = tasks.createTaskQuery().processInstanceBusinessKey(key).singleResult();
        return task.getId();
    }

    private HttpResponse<String> claim(String person, String task) {
        return post(person, "/task/" + task + "/claim", "{\"userId\":\"" + person + "\"}");
    }

    private HttpResponse<String> complete(String person, String task, String body) {
        return post(person, "/task/" + task + "/complete", body);
    }

    private HttpResponse<String> assign(String person, String task, String to) {
        return post(person, "/task/" + task + "/assignee", "{\"userId\":\"" + to + "\"}");
    }

    private HttpResponse<String> post(String person, String path, String body) {
        return Browser.loggedIn(port, person, person).send("POST", WEB + path, body);
    }

    private HttpResponse<String> put(String person, String path, String body) {
        return Browser.loggedIn(port, person, person).send("PUT", WEB + path, body);
    }

    private HttpResponse<String> get(String person, String path) {
        return Browser.loggedIn(port, person, person).send("GET", WEB + path, null);
    }
}
