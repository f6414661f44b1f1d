package dk.klyngeflow.pages;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.security.Browser;
import dk.klyngeflow.security.Passwords;
import dk.klyngeflow.security.TwoClusters;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@KlyngeflowTest
class PasswordPageTest {

    private static final String OLD = "one-secretary2";
    private static final String FRESH = "fire grønne både";
    private static final String GIVEN = "tolv-tegn-til-laans";

    @LocalServerPort
    int port;

    @Autowired
    TwoClusters clusters;

    @Autowired
    TestClock clock;

    @Autowired
    Passwords passwords;

    @BeforeEach
    void open() {
        clusters.open();
    }

    @AfterEach
    void putBack() {
        clock.advance(Duration.ofHours(1));
        passwords.choose("one-secretary2", OLD);
        // who gets in is no longer taken for somebody who guesses
        Browser.loggedIn(port, "one-secretary2", OLD);
        clock.reset();
    }

    @Test
    void changesOnesOwnAndEndsAllOtherSessions() {
        Browser here = Browser.loggedIn(port, "one-secretary2", OLD);
        Browser elsewhere = Browser.loggedIn(port, "one-secretary2", OLD);

        HttpResponse<String> answer = change(here, OLD, FRESH, FRESH);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(here.get("/adgangskode?skiftet").body()).contains("Din adgangskode er skiftet");
        assertThat(here.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
        assertThat(elsewhere.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(302);
        assertThat(elsewhere.get("/api/me").statusCode()).isEqualTo(401);
        Browser.loggedIn(port, "one-secretary2", FRESH);
    }

    @Test
    void asksForTheOldOneAndRefusesWhatWillNotDo() {
        Browser secretary = Browser.loggedIn(port, "one-secretary2", OLD);

        assertThat(change(secretary, "gættet", FRESH, FRESH).body()).contains("nuværende adgangskode er forkert");
        assertThat(change(secretary, OLD, "kort", "kort").body()).contains("mindst 12 tegn");
        assertThat(change(secretary, OLD, FRESH, FRESH + "x").body()).contains("ikke ens");
        assertThat(change(secretary, OLD, OLD, OLD).body()).contains("en anden end den gamle");
        Browser.loggedIn(port, "one-secretary2", OLD);
    }

    @Test
    void isNoPlaceToGuess() {
        Browser secretary = Browser.loggedIn(port, "one-secretary2", OLD);
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(change(secretary, "gæt " + attempt, FRESH, FRESH).statusCode())
                    .isEqualTo(400);
        }

        HttpResponse<String> answer = change(secretary, OLD, FRESH, FRESH);

        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body()).contains("Vent nogle minutter");
    }

    @Test
    void anAdministratorGivesANewOneAndNobodyElseDoes() {
        Browser secretary = Browser.loggedIn(port, "one-secretary2", OLD);
        Browser admin = Browser.loggedIn(port, "admin", "admin");
        Map<String, String> form = Map.of("bruger", "one-secretary2", "ny", FRESH, "igen", FRESH);

        assertThat(post(secretary, "/adgangskode/ny", form).statusCode()).isEqualTo(403);
        assertThat(post(admin, "/adgangskode/ny", form).statusCode()).isEqualTo(302);

        assertThat(secretary.get("/api/me").statusCode()).isEqualTo(401);
        Browser.loggedIn(port, "one-secretary2", FRESH);
        assertThat(post(admin, "/adgangskode/ny", Map.of("bruger", "ingen", "ny", FRESH, "igen", FRESH))
                        .body())
                .contains("Der er ingen med det brugernavn");
    }

    @Test
    void whatAnAdministratorHasSetIsChangedBeforeAnythingElse() {
        Browser admin = Browser.loggedIn(port, "admin", "admin");
        post(admin, "/adgangskode/ny", Map.of("bruger", "one-secretary2", "ny", GIVEN, "igen", GIVEN));

        mustChoose(GIVEN);
    }

    /** At Camunda's own door, too. */
    @Test
    void soIsWhatWasSetInCamundasAdmin() {
        Browser admin = Browser.loggedIn(port, "admin", "admin");
        assertThat(credentials(admin, GIVEN).statusCode()).isEqualTo(204);

        mustChoose(GIVEN);
    }

    private void mustChoose(String given) {
        Browser secretary = Browser.anonymous(port);
        secretary.login("one-secretary2", given);
        for (String path : List.of("/", "/camunda/app/tasklist/default/", "/moeder/one")) {
            HttpResponse<String> page = secretary.get(path);
            assertThat(page.statusCode()).as(path).isEqualTo(302);
            assertThat(page.headers().firstValue("Location").orElse("")).endsWith("/adgangskode?foerst");
        }
        assertThat(secretary.get("/api/me").statusCode()).isEqualTo(403);
        assertThat(secretary
                        .send("GET", "/camunda/api/engine/engine/default/task", null)
                        .statusCode())
                .isEqualTo(403);
        HttpResponse<String> program =
                Browser.basic(port, "one-secretary2", given).get("/api/me");
        assertThat(program.statusCode()).isEqualTo(403);
        assertThat(program.body()).contains("Vælg først din egen adgangskode");
        assertThat(secretary.get("/adgangskode?foerst").body())
                .contains("Vælg din egen, før du går videre")
                .doesNotContain("Giv en anden");

        HttpResponse<String> chosen = change(secretary, given, FRESH, FRESH);

        assertThat(chosen.headers().firstValue("Location").orElse("")).endsWith("/camunda/app/tasklist/default/");
        assertThat(secretary.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(200);
    }

    @Test
    void theRuleHoldsOnEveryDoorOfTheEngine() {
        Browser admin = Browser.loggedIn(port, "admin", "admin");
        Browser program = Browser.basic(port, "admin", "admin");
        String create = """
                {"profile": {"id": "ny-bruger", "firstName": "Ny", "lastName": "Bruger", "email": "ny@klynge.example"},
                 "credentials": {"password": "%s"}}""";
        for (String weak : List.of("a", "", "xny-brugerx", "            ", "x".repeat(201))) {
            for (HttpResponse<String> answer : List.of(
                    credentials(admin, weak),
                    program.send(
                            "PUT",
                            "/engine-rest/user/one-secretary2/credentials",
                            "{\"password\": \"" + weak + "\", \"authenticatedUserPassword\": \"admin\"}"),
                    admin.send("POST", "/camunda/api/engine/engine/default/user/create", create.formatted(weak)),
                    program.send("POST", "/engine-rest/user/create", create.formatted(weak)),
                    admin.send("POST", "/camunda/api/admin/setup/default/user/create", create.formatted(weak)))) {
                assertThat(answer.statusCode())
                        .as(answer.request().uri() + " " + weak + answer.body())
                        .isBetween(400, 403);
            }
        }
        assertThat(credentials(admin, "a").body()).contains("mindst 12", "må ikke indeholde brugernavnet");
        assertThat(program.get("/engine-rest/user/ny-bruger/profile").statusCode())
                .isEqualTo(404);
        Browser.loggedIn(port, "one-secretary2", OLD);
    }

    private static HttpResponse<String> credentials(Browser admin, String password) {
        return admin.send(
                "PUT",
                "/camunda/api/engine/engine/default/user/one-secretary2/credentials",
                "{\"password\": \"" + password + "\", \"authenticatedUserPassword\": \"admin\"}");
    }

    private static HttpResponse<String> change(Browser browser, String old, String fresh, String again) {
        return post(browser, "/adgangskode", Map.of("nuvaerende", old, "ny", fresh, "igen", again));
    }

    private static HttpResponse<String> post(Browser browser, String path, Map<String, String> fields) {
        String token = Browser.token(browser.get("/adgangskode").body());
        String body = Browser.form(fields);
        return browser.submit(path, body + "&_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8));
    }
}
