package dk.klyngeflow.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.security.Browser;
import dk.klyngeflow.security.TwoClusters;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What a member's calendar program gets at her secret address, and nobody else anywhere. */
@KlyngeflowTest
class CalendarFeedTest {

    private static final String PERSON = "one-member";

    @Autowired
    TwoClusters clusters;

    @Autowired
    CalendarFeeds feeds;

    @Autowired
    FeedEvents source;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @BeforeEach
    void aMeetingIsPlanned() {
        clusters.open();
        source.events.put(TwoClusters.ONE + "/" + PERSON, List.of(event(0)));
    }

    @AfterEach
    void end() {
        feeds.revoke(TwoClusters.ONE, PERSON);
        source.events.clear();
    }

    @Test
    void herEventsAreThereWithoutALogin() throws Exception {
        HttpResponse<String> answer = get(path());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/calendar");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(Biweekly.parse(answer.body()).first().getEvents())
                .extracting(event -> event.getSummary().getValue())
                .containsExactly("Klyngemøde");
    }

    @Test
    void theAddressStaysTheSameAndNamesNobody() {
        assertThat(path()).isEqualTo(path()).matches("/kalender/[A-Za-z0-9_-]{64}\\.ics");
    }

    @Test
    void whatHasNotChangedIsNotSentAgain() throws Exception {
        String path = path();
        String tag = get(path).headers().firstValue("ETag").orElseThrow();
        assertThat(get(path, tag).statusCode()).isEqualTo(304);

        source.events.put(TwoClusters.ONE + "/" + PERSON, List.of(event(1)));
        assertThat(get(path, tag).statusCode()).isEqualTo(200);
    }

    @Test
    void aRevokedAddressGetsNothingAndANewOneIsMade() throws Exception {
        String old = path();
        feeds.revoke(TwoClusters.ONE, PERSON);

        assertThat(get(old).statusCode()).isEqualTo(404);
        assertThat(path()).isNotEqualTo(old);
        assertThat(get(path()).statusCode()).isEqualTo(200);
    }

    @Test
    void sheAndTheSecretaryCanRevokeItAndNobodyElse() throws Exception {
        String route = "/api/clusters/one/calendar-feeds/" + PERSON;
        String path = path();
        assertThat(delete("two-secretary", route)).isEqualTo(404);
        assertThat(delete("one-auditor", route)).isEqualTo(403);
        assertThat(get(path).statusCode()).isEqualTo(200);

        assertThat(delete("one-secretary", route)).isEqualTo(204);
        assertThat(get(path).statusCode()).isEqualTo(404);
        String next = path();
        assertThat(delete(PERSON, route)).isEqualTo(204);
        assertThat(get(next).statusCode()).isEqualTo(404);
        assertThat(delete("one-secretary", "/api/clusters/one/calendar-feeds/two-member"))
                .isEqualTo(404);
    }

    private int delete(String person, String path) {
        return Browser.basic(port, person, person).send("DELETE", path, null).statusCode();
    }

    @Test
    void somebodyWhoHasLeftGetsNothing() throws Exception {
        String path = path();
        jdbc.sql(
                        "update klyngeflow.role_holder set until_day = from_day where person_id = :person and until_day is null")
                .param("person", PERSON)
                .update();
        try {
            assertThat(get(path).statusCode()).isEqualTo(404);
        } finally {
            jdbc.sql(
                            "update klyngeflow.role_holder set until_day = null where person_id = :person and until_day = from_day")
                    .param("person", PERSON)
                    .update();
        }
    }

    @Test
    void alteredAndInventedAddressesAllGetTheSame() throws Exception {
        String code = path().substring(10, 74);
        Random random = new Random(1);
        String nothing = get("/kalender/x.ics").body();
        for (int i = 0; i < 40; i++) {
            char[] altered = code.toCharArray();
            int at = random.nextInt(63);
            altered[at] = altered[at] == 'A' ? 'B' : 'A';
            HttpResponse<String> answer = get("/kalender/" + new String(altered) + ".ics");
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).isEqualTo(nothing);
        }
    }

    private String path() {
        return URI.create(feeds.url(TwoClusters.ONE, PERSON)).getPath();
    }

    private HttpResponse<String> get(String path, String... tag) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Accept", "text/calendar");
        if (tag.length > 0) {
            request.header("If-None-Match", tag[0]);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static CalendarEvent event(int sequence) {
        return new CalendarEvent(
                "feed-1@klyngeflow",
                sequence,
                "Klyngemøde",
                "",
                "Kroen",
                Instant.parse("2027-01-20T18:00:00Z"),
                Instant.parse("2027-01-20T20:00:00Z"),
                new CalendarEvent.Organizer("Klynge one", "one@klynge.example"));
    }
}
