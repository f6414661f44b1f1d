package dk.klyngeflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dk.klyngeflow.KlyngeflowTest;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** The engine's known holes, each tried from outside against the running application. */
@KlyngeflowTest
class HolesTest {

    private static final String WEB = "/camunda/api/engine/engine/default";
    private static final String EVIL = "${''.getClass().forName('java.lang.Runtime').getMethods()[0].getName()}";

    @LocalServerPort
    int port;

    @Autowired
    TwoClusters clusters;

    @Autowired
    JdbcTemplate jdbc;

    private Browser secretary;
    private Browser admin;

    @BeforeEach
    void open() {
        clusters.open();
        secretary = Browser.loggedIn(port, "one-secretary", "one-secretary");
        admin = Browser.loggedIn(port, "admin", "admin");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'orQueries':[{'assigneeExpression':'EVIL'}]}",
                "{'orQueries':[{'candidateUserExpression':'EVIL'}]}",
                "{'orQueries':[{'candidateGroupsExpression':'EVIL'}]}",
                "{'orQueries':[{'dueBeforeExpression':'EVIL'}]}",
                "{'orQueries':[{'processInstanceBusinessKeyExpression':'EVIL'}]}",
                "{'assigneeExpression':'EVIL'}"
            })
    void expressionsInQueriesAreRefused(String query) {
        String json = query.replace('\'', '"').replace("EVIL", EVIL.replace("\"", "\\\""));
        for (HttpResponse<String> answer : List.of(
                secretary.send("POST", WEB + "/task", json),
                secretary.send("POST", WEB + "/task/count", json),
                admin.send("POST", WEB + "/task", json),
                Browser.basic(port, "admin", "admin").send("POST", "/engine-rest/task", json))) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
            assertSaysNothingOfTheInside(answer);
        }
    }

    @Test
    void theFiltersOfTasklistWork() throws Exception {
        JsonNode filters = new JsonMapper()
                .readTree(secretary
                        .send("GET", WEB + "/filter?resourceType=Task&maxResults=50", null)
                        .body());
        assertThat(filters.size()).isGreaterThanOrEqualTo(4);
        for (JsonNode filter : filters) {
            if (filter.path("name").asText().startsWith("prøve")) {
                continue;
            }
            HttpResponse<String> answer =
                    secretary.send("POST", WEB + "/filter/" + filter.path("id").asText() + "/list?maxResults=15", "{}");
            assertThat(answer.statusCode()).as(filter + answer.body()).isEqualTo(200);
        }
    }

    @Test
    void onlyAdministratorsMakeFiltersAndEvenTheirsCannotRunCode() throws Exception {
        String filter = """
                {"resourceType":"Task","name":"prøve %d","query":{"orQueries":[{"assigneeExpression":"%s"}]},"properties":{}}""".formatted(System.nanoTime(), EVIL);
        assertThat(secretary.send("POST", WEB + "/filter/create", filter).statusCode())
                .isIn(400, 403);
        HttpResponse<String> made = admin.send("POST", WEB + "/filter/create", filter);
        if (made.statusCode() == 200) {
            String id = new JsonMapper().readTree(made.body()).path("id").asText();
            for (Browser browser : List.of(secretary, admin)) {
                assertThat(browser.send("POST", WEB + "/filter/" + id + "/list", "{}")
                                .statusCode())
                        .isEqualTo(400);
                assertThat(browser.send("GET", WEB + "/filter/" + id + "/count", null)
                                .statusCode())
                        .isEqualTo(400);
            }
            assertThat(secretary.send("PUT", WEB + "/filter/" + id, filter).statusCode())
                    .isEqualTo(403);
            assertThat(secretary.send("DELETE", WEB + "/filter/" + id, null).statusCode())
                    .isEqualTo(403);
            assertThat(admin.send("DELETE", WEB + "/filter/" + id, null).statusCode())
                    .isEqualTo(204);
        }
    }

    @Test
    void nobodyMakesAnAdministratorByTheSetupEvenWhenThereIsNone() {
        // past every guard of ours, straight in the table: what must never happen has happened
        String membership = "act_" + "id_membership";
        jdbc.update("delete from " + membership + " where group_id_ = 'camunda-admin'");
        try {
            String user = """
                    {"profile":{"id":"mallory","firstName":"M","lastName":"M","email":"m@m.example"},
                     "credentials":{"password":"mallory"}}""";
            Browser anonymous = Browser.anonymous(port);
            for (String path : List.of(
                    "/camunda/api/admin/setup/default/user/create",
                    "/camunda/api/admin/setup/default/user/create/",
                    "/camunda/api/admin/%73etup/default/user/create")) {
                assertThat(anonymous.send("POST", path, user).statusCode())
                        .as(path)
                        .isIn(400, 401, 403);
                assertThat(secretary.send("POST", path, user).statusCode())
                        .as(path)
                        .isIn(400, 403);
            }
            assertThat(anonymous.get("/camunda/app/admin/default/setup/").statusCode())
                    .isIn(302, 403);
            assertThat(secretary.get("/camunda/app/admin/default/setup/").statusCode())
                    .isEqualTo(403);
        } finally {
            jdbc.update("insert into " + membership + " (user_id_, group_id_) values ('admin', 'camunda-admin')");
        }
        assertThat(Browser.anonymous(port).login("mallory", "mallory").headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).contains("fejl"));
    }

    @Test
    void theEnginesInterfaceIsForAdministrators() {
        assertThat(Browser.anonymous(port)
                        .send("GET", "/engine-rest/engine", null)
                        .statusCode())
                .isEqualTo(401);
        assertThat(Browser.basic(port, "admin", "forkert")
                        .send("GET", "/engine-rest/engine", null)
                        .statusCode())
                .isEqualTo(401);
        for (String person : List.of("one-secretary", "one-coordinator", "one-member", "one-auditor")) {
            assertThat(Browser.basic(port, person, person)
                            .send("GET", "/engine-rest/task", null)
                            .statusCode())
                    .isEqualTo(403);
        }
        assertThat(secretary.send("GET", "/engine-rest/task", null).statusCode())
                .isEqualTo(403);
        assertThat(Browser.basic(port, "admin", "admin")
                        .send("GET", "/engine-rest/task?maxResults=5", null)
                        .statusCode())
                .isEqualTo(200);
        assertThat(admin.send("GET", "/engine-rest/engine", null).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/engine-rest/deployment/create",
                "/engine-rest/engine/default/deployment/create",
                "/engine-rest/%64eployment/create",
                "/engine-rest/deployment/create/",
                "/camunda/api/engine/engine/default/deployment/create"
            })
    void nobodyDeploysOverTheNetwork(String path) {
        String body = """
                --x\r
                Content-Disposition: form-data; name="deployment-name"\r
                \r
                evil\r
                --x\r
                Content-Disposition: form-data; name="f"; filename="evil.bpmn"\r
                \r
                <definitions/>\r
                --x--\r
                """;
        HttpResponse<String> answer = admin.send(admin.request(path)
                .header("Content-Type", "multipart/form-data; boundary=x")
                .header("X-XSRF-TOKEN", admin.cookie("XSRF-TOKEN"))
                .header("X-Requested-With", "x")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(answer.body()).isIn(400, 403);
        assertThat(admin.send("GET", "/engine-rest/deployment/count?name=evil", null)
                        .body())
                .contains("0");
    }

    @Test
    void queriesGiveTwoThousandRowsAtMost() {
        for (String query : List.of("/task?maxResults=100000", "/history/task?maxResults=2001")) {
            assertThat(admin.send("GET", WEB + query, null).statusCode())
                    .as(query)
                    .isEqualTo(400);
        }
        // some of Cockpit's own queries name no limit; they get one
        for (String query : List.of("/history/task", "/history/activity-instance", "/process-definition?key=x")) {
            assertThat(admin.send("GET", WEB + query, null).statusCode())
                    .as(query)
                    .isEqualTo(200);
        }
    }

    @Test
    void theLastAdministratorStays() {
        assertThat(admin.send("DELETE", WEB + "/group/camunda-admin/members/admin", null)
                        .statusCode())
                .isEqualTo(409);
        assertThat(admin.send("DELETE", WEB + "/user/admin", null).statusCode()).isEqualTo(409);
        assertThat(admin.send("DELETE", WEB + "/group/camunda-admin", null).statusCode())
                .isEqualTo(409);
        assertThat(admin.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);
    }

    @Test
    void callsFromOtherSitesAreRefused() {
        HttpResponse<String> noHeader = admin.send(admin.request("/engine-rest/task/count")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(noHeader.statusCode()).isEqualTo(403);
        HttpResponse<String> elsewhere = admin.send(admin.request("/engine-rest/task/count")
                .header("Content-Type", "application/json")
                .header("X-Requested-With", "x")
                .header("Sec-Fetch-Site", "cross-site")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(elsewhere.statusCode()).isEqualTo(403);
        HttpResponse<String> camunda = secretary.send(secretary
                .request(WEB + "/task/count")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}")));
        assertThat(camunda.statusCode()).isEqualTo(403);
    }

    @Test
    void noErrorShowsTheInside() {
        List<HttpResponse<String>> answers = List.of(
                admin.send("GET", "/engine-rest/task?sortBy=nonsense&sortOrder=asc", null),
                admin.send("POST", "/engine-rest/task", "{nonsense"),
                admin.send("GET", "/engine-rest/nonsense", null),
                admin.send("GET", "/engine-rest/process-definition/nonsense", null),
                admin.send("POST", "/engine-rest/task/nonsense/claim", "{\"userId\":\"admin\"}"),
                admin.send("POST", "/engine-rest/message", "{\"messageName\":\"nonsense\"}"),
                secretary.send("POST", WEB + "/task/nonsense/complete", "{}"),
                secretary.send("GET", "/api/nonsense", null),
                secretary.get("/nonsense"),
                Browser.anonymous(port).get("/error"));
        for (HttpResponse<String> answer : answers) {
            assertThat(answer.statusCode()).as(answer.uri().toString()).isGreaterThanOrEqualTo(400);
            if (!answer.uri().getPath().equals("/error")) {
                assertThat(answer.statusCode()).as(answer.uri() + answer.body()).isLessThan(500);
            }
            assertSaysNothingOfTheInside(answer);
        }
    }

    private static void assertSaysNothingOfTheInside(HttpResponse<String> answer) {
        assertThat(answer.body())
                .as(answer.uri().toString())
                .doesNotContainPattern("(\\w+\\.){2,}[A-Z]\\w+|Exception|\\tat |ENGINE-\\d|ACT_");
    }
}
