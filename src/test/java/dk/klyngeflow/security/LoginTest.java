package dk.klyngeflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@KlyngeflowTest
class LoginTest {

    @LocalServerPort
    int port;

    @Autowired
    TwoClusters clusters;

    @Autowired
    TestClock clock;

    @BeforeEach
    void open() {
        clusters.open();
    }

    @Test
    void staffComeToTasklistAndAreThemselvesThere() {
        Browser secretary = Browser.loggedIn(port, "one-secretary", "one-secretary");
        HttpResponse<String> tasklist = secretary.get("/camunda/app/tasklist/default/");
        assertThat(tasklist.statusCode()).isEqualTo(200);
        HttpResponse<String> me = secretary.get("/camunda/api/admin/auth/user/default");
        assertThat(me.statusCode()).isEqualTo(200);
        assertThat(me.body()).contains("one-secretary", "tasklist").doesNotContain("cockpit", "\"admin\"");
    }

    @Test
    void administratorsHaveEverythingInCamunda() {
        Browser admin = Browser.loggedIn(port, "admin", "admin");
        assertThat(admin.get("/camunda/api/admin/auth/user/default").body()).contains("cockpit", "admin", "tasklist");
        assertThat(admin.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);
        assertThat(admin.get("/camunda/app/admin/default/").statusCode()).isEqualTo(200);
    }

    @Test
    void staffGetNeitherCockpitNorAdminAndMembersNotEvenTasklist() {
        Browser coordinator = Browser.loggedIn(port, "one-coordinator", "one-coordinator");
        assertThat(coordinator.get("/camunda/app/cockpit/default/").statusCode())
                .isEqualTo(403);
        assertThat(coordinator.get("/camunda/app/admin/default/").statusCode()).isEqualTo(403);
        Browser member = Browser.loggedIn(port, "one-member", "one-member");
        assertThat(member.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(403);
        assertThat(member.get("/camunda/api/engine/engine/default/task").statusCode())
                .isEqualTo(403);
    }

    @Test
    void theAnonymousAreSentToLogInAndBackToWhereTheyCameFrom() {
        Browser browser = Browser.anonymous(port);
        HttpResponse<String> sent = browser.get("/camunda/app/tasklist/default/");
        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(sent.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/login"));
        HttpResponse<String> back = browser.login("one-secretary", "one-secretary");
        assertThat(back.headers().firstValue("Location"))
                .hasValueSatisfying(to -> assertThat(to).endsWith("/camunda/app/tasklist/default/"));
    }

    @Test
    void theSessionGetsANewIdAtLogin() {
        Browser browser = Browser.anonymous(port);
        // where she wanted to go is remembered, which takes a session
        browser.get("/camunda/app/tasklist/default/");
        String before = browser.cookie("JSESSIONID");
        assertThat(before).isNotEqualTo("none");
        browser.login("one-secretary", "one-secretary");
        assertThat(browser.cookie("JSESSIONID")).isNotEqualTo(before).isNotEqualTo("none");
    }

    @Test
    void logOutOfTasklistLogsOutEverywhere() {
        Browser secretary = Browser.loggedIn(port, "one-secretary", "one-secretary");
        assertThat(secretary
                        .send("POST", "/camunda/api/admin/auth/user/default/logout", "{}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(secretary.get("/camunda/api/engine/engine/default/task").statusCode())
                .isEqualTo(401);
        assertThat(secretary.get("/camunda/app/tasklist/default/").statusCode()).isEqualTo(302);
    }

    @Test
    void whoWasNeverLoggedInIsNotToldThatSheIsLoggedOut() {
        HttpResponse<String> sent = Browser.anonymous(port)
                .send(Browser.anonymous(port)
                        .request("/camunda/app/tasklist/default/")
                        .header("Cookie", "JSESSIONID=0123456789ABCDEF0123456789ABCDEF")
                        .header("Accept", "text/html"));
        assertThat(location(sent)).endsWith("/login");
    }

    @Test
    void guessingBecomesSlowForTheGuesserOnly() {
        clock.reset();
        Browser guesser = Browser.anonymous(port);
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(location(guesser.login("one-auditor", "forkert"))).endsWith("/login?fejl");
        }
        assertThat(location(guesser.login("one-auditor", "one-auditor"))).endsWith("/login?vent");
        assertThat(location(guesser.login("one-board2", "one-board2"))).doesNotContain("vent");
        clock.advance(Duration.ofSeconds(6));
        assertThat(location(Browser.anonymous(port).login("one-auditor", "one-auditor")))
                .doesNotContain("login");
        clock.reset();
    }

    @Test
    void ourPagesNeedTheirToken() {
        Browser browser = Browser.anonymous(port);
        browser.get("/login");
        HttpResponse<String> answer = browser.submit("/login", "username=one-secretary&password=one-secretary");
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    @Test
    void nobodyLogsInPastOurOwnPage() {
        HttpResponse<String> answer = Browser.anonymous(port)
                .send(Browser.anonymous(port)
                        .request("/camunda/api/admin/auth/user/default/login/tasklist")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("username=admin&password=admin")));
        assertThat(answer.statusCode()).isIn(401, 403);
    }

    @Test
    void headersProtectPagesAndWebApplications() {
        HttpResponse<String> login = Browser.anonymous(port).get("/login");
        assertThat(login.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("frame-ancestors 'self'"));
        assertThat(login.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(login.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
        HttpResponse<String> tasklist =
                Browser.loggedIn(port, "one-secretary", "one-secretary").get("/camunda/app/tasklist/default/");
        assertThat(tasklist.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("frame-ancestors 'none'"));
        assertThat(tasklist.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
    }

    @Test
    void behindTlsCookiesAreForTlsOnly() {
        Browser browser = Browser.anonymous(port);
        HttpResponse<String> login = browser.send(
                browser.request("/login").header("X-Forwarded-Proto", "https").header("X-Forwarded-For", "192.0.2.1"));
        assertThat(login.headers().allValues("Set-Cookie")).isNotEmpty().allMatch(cookie -> cookie.contains("Secure"));
        assertThat(login.headers().firstValue("Strict-Transport-Security")).isPresent();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
