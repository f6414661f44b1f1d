package dk.klyngeflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.invoices.CountedSql;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A browser that comes without a session that this node knows is, for us, one whose node has died. The operate profile does it with two. */
@KlyngeflowTest
class LoginOnEveryNodeTest {

    private static final String HER = "one-secretary2";
    private static final String TASKLIST = "/camunda/app/tasklist/default/";

    @LocalServerPort
    int port;

    @Autowired
    TwoClusters clusters;

    @Autowired
    Passwords passwords;

    @Autowired
    KeptLogins logins;

    @Autowired
    JdbcClient jdbc;

    private Browser browser;

    @BeforeEach
    void logIn() {
        clusters.open();
        browser = Browser.loggedIn(port, HER, HER);
    }

    @AfterEach
    void putBack() {
        passwords.choose(HER, HER);
        // who gets in is no longer taken for somebody who guesses
        Browser.loggedIn(port, HER, HER);
    }

    @Test
    void sheGoesOnInTasklistAndOnOurPagesAtANodeThatDoesNotKnowHer() {
        String session = browser.cookie("JSESSIONID");
        browser.toAnotherNode();

        assertThat(browser.send("POST", "/camunda/api/engine/engine/default/task/count", "{}")
                        .statusCode())
                .as("the first call is an act, with the token of a page that the other node showed")
                .isEqualTo(200);
        assertThat(browser.get("/camunda/api/admin/auth/user/default").body()).contains(HER);
        assertThat(browser.get("/adgangskode").statusCode()).isEqualTo(200);
        assertThat(browser.cookie("JSESSIONID")).isNotIn(session, "none");
    }

    @Test
    void aPageThatOneNodeShowedIsSentToAnother() {
        String token = Browser.token(browser.get("/adgangskode").body());
        browser.toAnotherNode();

        HttpResponse<String> answer =
                post("/adgangskode", "nuvaerende=forkert&ny=noget-ganske-nyt-1&igen=noget-ganske-nyt-1&_csrf=" + token);

        assertThat(answer.statusCode()).isNotEqualTo(403);
        assertThat(answer.body()).contains("Den nuværende adgangskode er forkert");
    }

    @Test
    void theLogInPageMayBeOpenedAtOneNodeAndSentToAnother() {
        Browser stranger = Browser.anonymous(port);
        String token = Browser.token(stranger.get("/login").body());
        stranger.toAnotherNode();

        HttpResponse<String> answer = stranger.submit(
                "/login",
                "username=one-secretary2&password=one-secretary2&_csrf="
                        + URLEncoder.encode(token, StandardCharsets.UTF_8));

        assertThat(location(answer)).endsWith(TASKLIST);
    }

    @Test
    void logOutHoldsOnEveryNode() {
        Browser elsewhere = browser.at(port);
        elsewhere.toAnotherNode();
        assertThat(elsewhere.get(TASKLIST).statusCode()).isEqualTo(200);

        post("/logout", "_csrf=" + Browser.token(browser.get("/adgangskode").body()));

        assertThat(browser.cookie(LoginSecret.COOKIE)).isEqualTo("none");
        assertThat(location(elsewhere.get(TASKLIST)))
                .as("a session that another node has made of the same log-in")
                .endsWith("/login?udloebet");
        elsewhere.toAnotherNode();
        assertThat(location(elsewhere.get(TASKLIST))).endsWith("/login?udloebet");
    }

    @Test
    void anotherPasswordEndsItAndOnesOwnChangeDoesNot() {
        Browser other = Browser.loggedIn(port, HER, HER);
        passwords.give(HER, "en-ganske-anden-kode");

        other.toAnotherNode();
        assertThat(location(other.get(TASKLIST))).endsWith("/login?udloebet");
        assertThat(location(browser.get(TASKLIST))).endsWith("/login?udloebet");

        Browser again = Browser.anonymous(port);
        again.login(HER, "en-ganske-anden-kode");
        assertThat(location(again.get(TASKLIST)))
                .as("must choose, also at another node")
                .endsWith("/adgangskode?foerst");
        again.toAnotherNode();
        assertThat(location(again.get(TASKLIST))).endsWith("/adgangskode?foerst");
        String token = Browser.token(again.get("/adgangskode").body());
        again.submit(
                "/adgangskode",
                "nuvaerende=en-ganske-anden-kode&ny=den-hun-selv-har-valgt" + "&igen=den-hun-selv-har-valgt&_csrf="
                        + token);
        again.toAnotherNode();
        assertThat(again.get(TASKLIST).statusCode()).as("with her own").isEqualTo(200);
    }

    @Test
    void whatHasNotBeenUsedForAsLongAsASessionLivesIsOverAndForgottenTheNextDay() {
        jdbc.sql(
                        "update klyngeflow.kept_login set last_used_at = now() - interval '61 minutes' where person_id = 'one-secretary2'")
                .update();
        browser.toAnotherNode();

        HttpResponse<String> sent = browser.get(TASKLIST);

        assertThat(location(sent)).endsWith("/login?udloebet");
        assertThat(browser.get("/login?udloebet").body()).contains("ikke har været brugt i et stykke tid");
        jdbc.sql(
                        "update klyngeflow.kept_login set last_used_at = now() - interval '25 hours' where person_id = 'one-secretary2'")
                .update();
        logins.forget(Instant.EPOCH);
        assertThat(rowsOf(HER)).isEmpty();
    }

    @Test
    void aSessionThatSomebodyHasPlantedDoesNotBecomeHers() {
        Browser attacker = Browser.anonymous(port);
        attacker.get(TASKLIST);
        String planted = attacker.cookie("JSESSIONID");

        HttpResponse<String> hers = Browser.anonymous(port)
                .send(Browser.anonymous(port)
                        .request(TASKLIST)
                        .header(
                                "Cookie",
                                "JSESSIONID=" + planted + "; " + LoginSecret.COOKIE + "="
                                        + browser.cookie(LoginSecret.COOKIE)));

        assertThat(hers.statusCode()).isEqualTo(200);
        assertThat(location(attacker.get(TASKLIST))).contains("/login");
    }

    @Test
    void whatIsKeptOpensNoDoorAndAnOrdinaryPageCostsNothing() {
        assertThat(rowsOf(HER)).isNotEmpty().doesNotContain(browser.cookie(LoginSecret.COOKIE));
        browser.get("/adgangskode");

        List<String> statements = CountedSql.during(() -> browser.get("/adgangskode"));

        assertThat(statements).noneMatch(sql -> sql.contains("kept_login"));
    }

    private List<String> rowsOf(String person) {
        return jdbc.sql("select kept_login_id from klyngeflow.kept_login where person_id = :person")
                .param("person", person)
                .query(String.class)
                .list();
    }

    private HttpResponse<String> post(String path, String form) {
        return browser.send(browser.request(path)
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
