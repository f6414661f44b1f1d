package dk.klyngeflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The outer doors, tried as somebody would who wants to get in, keep others out or wear them down. */
@KlyngeflowTest
class DoorsTest {

    @LocalServerPort
    int port;

    @Autowired
    TwoClusters clusters;

    @BeforeEach
    void open() {
        clusters.open();
    }

    // ---- guessing at the log-in; the test speaks from the machine's own address, whose word about the caller is
    // believed ----

    @Test
    void aWholeNetworkOfIpv6IsOneGuesser() {
        for (int guess = 1; guess <= 6; guess++) {
            login(Browser.anonymous(port), "two-auditor", "wrong", "2001:db8:1:2::" + guess);
        }
        assertThat(login(Browser.anonymous(port), "two-auditor", "two-auditor", "2001:db8:1:2:ffff::9"))
                .endsWith("/login?vent");
        assertThat(login(Browser.anonymous(port), "two-auditor", "two-auditor", "2001:db8:1:3::9"))
                .doesNotContain("vent", "fejl");
    }

    @Test
    void whoGuessesAtOneAccountFromEverywhereIsSlowedDownAndTheTrueHolderIsNot() {
        Browser hers = Browser.anonymous(port);
        assertThat(login(hers, "two-board2", "two-board2", "198.51.100.7")).doesNotContain("vent", "fejl");
        for (int network = 1; network <= 40; network++) {
            login(Browser.anonymous(port), "two-board2", "wrong", "203.0.113." + network);
        }
        assertThat(login(Browser.anonymous(port), "two-board2", "wrong", "203.0.113.99"))
                .as("a guesser from one more place")
                .endsWith("/login?vent");
        assertThat(login(hers, "two-board2", "two-board2", "192.0.2.44"))
                .as("her own browser, wherever it is now")
                .doesNotContain("vent", "fejl");
        assertThat(login(Browser.anonymous(port), "two-board2", "two-board2", "198.51.100.7"))
                .as("the place where she has been before")
                .doesNotContain("vent", "fejl");
    }

    @Test
    void aKnownBrowserHasNoMoreThanItsOwnGuesses() {
        Browser hers = Browser.anonymous(port);
        login(hers, "two-secretary2", "two-secretary2", "198.51.100.8");
        for (int guess = 1; guess <= 6; guess++) {
            login(hers, "two-secretary2", "wrong", "198.51.100." + (10 + guess));
        }
        assertThat(login(hers, "two-secretary2", "two-secretary2", "198.51.100.77"))
                .endsWith("/login?vent");
    }

    @Test
    void onlyAConfiguredProxyIsBelieved() throws IOException {
        String asked = "GET /login HTTP/1.1\r\nHost: x\r\nConnection: close\r\nX-Forwarded-Proto: https\r\n"
                + "X-Forwarded-For: 192.0.2.1\r\nX-Forwarded-Host: evil.example\r\n\r\n";
        assertThat(raw("127.0.0.1", asked)).contains("Strict-Transport-Security");
        assertThat(raw("127.0.0.2", asked)).startsWith("HTTP/1.1 200").doesNotContain("Strict-Transport-Security");
        assertThat("10.0.0.7").doesNotMatch(OwnConnector.believed(List.of("127.0.0.1", "::1")));
        assertThat("10.0.0.7").matches(OwnConnector.believed(List.of("10.0.0.*")));
        assertThat("10x0y0.7").doesNotMatch(OwnConnector.believed(List.of("10.0.0.*")));
        assertThat("127.0.0.1").doesNotMatch(OwnConnector.believed(List.of()));
    }

    private String raw(String from, String request) throws IOException {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(InetAddress.getByName(from), 0));
            socket.connect(new InetSocketAddress("127.0.0.1", port));
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String login(Browser browser, String person, String password, String from) {
        String token = Browser.token(browser.get("/login").body());
        HttpResponse<String> answer = browser.send(browser.request("/login")
                .header("X-Forwarded-For", from)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("username=" + person + "&password=" + password + "&_csrf="
                        + URLEncoder.encode(token, StandardCharsets.UTF_8))));
        return answer.headers().firstValue("Location").orElse("" + answer.statusCode());
    }

    // ---- tokens against forged calls ----

    @Test
    void aWrongTokenInTasklistDoesNotEndTheSession() {
        Browser secretary = Browser.loggedIn(port, "one-secretary", "one-secretary");
        String tasks = "/camunda/api/engine/engine/default/task";
        for (String token : List.of("wrong", "")) {
            HttpResponse<String> answer = secretary.send(secretary
                    .request(tasks)
                    .header("Content-Type", "application/json")
                    .header("X-XSRF-TOKEN", token)
                    .POST(HttpRequest.BodyPublishers.ofString("{}")));
            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(answer.body()).contains("Genindlæs siden");
        }
        assertThat(secretary.send("POST", tasks, "{}").statusCode())
                .as("with the right one, in the same session")
                .isEqualTo(200);
    }

    @Test
    void aStaleTokenOnOurOwnPageShowsWhatWasTypedAndDoesNotEndTheSession() {
        Browser admin = Browser.loggedIn(port, "admin", "admin");
        HttpResponse<String> answer = admin.send(admin.request("/indstillinger/one")
                .header("Accept", "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "meetings.welcome=Velkommen+til+os&_csrf=stale&ny=hemmelig")));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body())
                .contains("Genindlæs siden", "Velkommen til os")
                .doesNotContain("hemmelig");
        assertThat(admin.get("/indstillinger/one").statusCode()).isEqualTo(200);
    }

    @Test
    void twoPagesOpenedAtOnceAgreeOnOneToken() {
        for (int round = 0; round < 5; round++) {
            Browser browser = Browser.anonymous(port);
            browser.login("one-secretary", "one-secretary");
            List<CompletableFuture<HttpResponse<String>>> pages = new ArrayList<>();
            for (int page = 0; page < 6; page++) {
                pages.add(CompletableFuture.supplyAsync(() -> browser.get("/camunda/app/tasklist/default/")));
            }
            pages.forEach(CompletableFuture::join);
            assertThat(browser.send("POST", "/camunda/api/engine/engine/default/task", "{}")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    // ---- ways on ----

    @Test
    void aMemberWhoMayNotIsLedToHerOwnPage() {
        HttpResponse<String> answer =
                Browser.loggedIn(port, "one-member", "one-member").get("/camunda/app/tasklist/default/");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("href=\"/udlaeg").doesNotContain("href=\"/camunda");
        assertThat(Browser.loggedIn(port, "one-secretary", "one-secretary")
                        .get("/findes/ikke")
                        .body())
                .contains("href=\"/camunda/app/tasklist/default/\"");
        assertThat(Browser.anonymous(port).get("/login").body()).contains("href=\"/hjaelp\"");
    }

    // ---- people of other clusters ----

    @Test
    void nothingIsAnsweredAboutThePeopleOfOtherClusters() {
        Browser secretary = Browser.loggedIn(port, "one-secretary", "one-secretary");
        String engine = "/camunda/api/engine/engine/default";
        for (String query : List.of(
                "/group?member=two-secretary",
                "/group?member=admin",
                "/group?memberOfTenant=two",
                "/user?memberOfGroup=two.secretary",
                "/user?memberOfGroup=camunda-admin",
                "/user?memberOfTenant=two",
                "/user?id=two-secretary",
                "/user?emailLike=two%25",
                "/tenant?userMember=two-secretary",
                "/tenant?groupMember=two.secretary",
                "/tenant?id=two")) {
            assertThat(secretary.send("GET", engine + query, null).body())
                    .as(query)
                    .isEqualTo("[]");
            String count = engine + query.replaceFirst("\\?", "/count?");
            assertThat(secretary.send("GET", count, null).body()).as(count).contains("\"count\":0");
        }
        assertThat(secretary
                        .send("GET", engine + "/group?member=one-board", null)
                        .body())
                .contains("one.board");
        assertThat(secretary
                        .send("GET", engine + "/user?sortBy=email&sortOrder=asc", null)
                        .body())
                .doesNotContain("two-");
        assertThat(secretary
                        .send("GET", engine + "/identity/groups?userId=two-secretary", null)
                        .body())
                .doesNotContain("two", "staff");
    }

    // ---- slow senders ----

    @Test
    void slowSendersDoNotHoldTheWorkersAndAreCutOff() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int each = 0; each < 300; each++) {
                Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
                socket.setSoTimeout(1);
                String head = each % 3 == 0
                        ? "POST /login HTTP/1.1\r\nHost: x\r\nX-A"
                        : "POST /login HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n"
                                + (each % 3 == 1
                                        ? "Content-Length: 5000\r\n\r\na"
                                        : "Transfer-Encoding: chunked\r\n\r\n1\r\na\r\n");
                socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
                slow.add(socket);
            }
            long before = System.nanoTime();
            assertThat(Browser.loggedIn(port, "one-secretary", "one-secretary")
                            .get("/")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(8));
            // each drips on, a byte at a time, until it is cut off
            Awaitility.await()
                    .atMost(Duration.ofSeconds(40))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> {
                        slow.removeIf(DoorsTest::isCutOff);
                        return slow.isEmpty();
                    });
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private static boolean isCutOff(Socket socket) {
        try {
            socket.getOutputStream().write('a');
            byte[] some = new byte[4_000];
            int count = socket.getInputStream().read(some);
            while (count > 0) {
                count = socket.getInputStream().read(some);
            }
            socket.close();
            return true;
        } catch (java.net.SocketTimeoutException stillOpen) {
            return false;
        } catch (IOException gone) {
            return true;
        }
    }
}
