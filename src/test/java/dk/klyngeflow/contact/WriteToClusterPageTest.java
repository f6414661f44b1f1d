package dk.klyngeflow.contact;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.inbox.InboxWorld;
import dk.klyngeflow.security.Browser;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The open page, over HTTP. */
@KlyngeflowTest
class WriteToClusterPageTest {

    private static final String PATH = "/skriv/" + InboxWorld.CLUSTER;
    private static final AtomicInteger DAYS = new AtomicInteger(200);

    @LocalServerPort
    int port;

    @Autowired
    InboxWorld world;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private Browser anybody = Browser.anonymous(0);
    private final Map<String, String> form = new HashMap<>();

    @BeforeEach
    void aDayOfItsOwn() {
        world.begin();
        anybody = Browser.anonymous(port);
        clock.advance(Duration.ofDays(DAYS.addAndGet(2)));
        form.putAll(Map.of(
                "navn", "Anne Lind",
                "organisation", "Astmaforeningen",
                "mail", "anne@forening.example",
                "emne", "Nyt forløb",
                "besked", "Må vi komme\nog fortælle?"));
    }

    @AfterEach
    void putBack() {
        clock.reset();
        world.begin();
    }

    @Test
    void isReadWithoutScriptsAndSendsOneMailThatRepeatsNothing() {
        assertThat(anybody.get(PATH).body())
                .contains("<h1>Skriv til Brevklyngen</h1>", "name=\"besked\"", "Ikke til patienter")
                .doesNotContain("onclick", "onsubmit");
        HttpResponse<String> answer = send();
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location").orElse("")).endsWith(PATH + "?sendt");
        assertThat(anybody.get(PATH + "?sendt").body()).contains("Om et øjeblik er der en mail");
        assertThat(mails()).isEqualTo(1);
        assertThat(kept()).isEqualTo(1);
        assertThat(world.openCases()).as("nothing has reached the cluster").isZero();
    }

    @Test
    void refusesACprNumberAndKeepsItNowhere() {
        form.put("besked", "Det drejer sig om 010190-1234.");
        HttpResponse<String> answer = send();
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("ligner et CPR-nummer", "xxxxxx-xxxx")
                .doesNotContain("010190");
        assertThat(kept()).isZero();
        assertThat(mails()).isZero();
    }

    @Test
    void saysWhatIsWrongAndKeepsWhatWasTyped() {
        form.put("navn", "Vind på www.lokke.example");
        form.put("mail", "anne@forening.example\r\nBcc: alle@start.example");
        form.put("emne", "");
        HttpResponse<String> answer = send();
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("Dit navn må kun", "Skriv din mailadresse", "Emnet mangler", "Må vi komme\nog fortælle?");
        form.replaceAll((name, value) -> "<script>" + "x".repeat(9_000));
        assertThat(send().statusCode()).isEqualTo(400);
        assertThat(kept()).isZero();
    }

    @Test
    void aMachineThatFillsInEverythingIsThankedAndSendsNothing() {
        form.put("hjemmeside", "https://spam.example");
        assertThat(send().statusCode()).isEqualTo(302);
        assertThat(kept()).isZero();
    }

    @Test
    void isLimitedByAddressAndNetwork() {
        send();
        send();
        assertThat(kept()).as("a double click is one").isEqualTo(1);
        for (int i = 0; i < 4; i++) {
            form.put("emne", "Emne " + i);
            send();
        }
        assertThat(kept()).as("of one address in a day").isEqualTo(3);
        int refused = 0;
        for (int i = 0; i < 5; i++) {
            form.put("mail", i + "anne@forening.example");
            refused += send().statusCode() == 429 ? 1 : 0;
        }
        assertThat(refused).as("of one network").isEqualTo(3);
    }

    /** All day long, as fast as the page takes it: others can still write. */
    @Test
    void oneNetworkCannotUseUpTheDayOfACluster() {
        int taken = 0;
        for (int i = 0; i < 24 * 12; i++) {
            form.put("mail", "n" + i + "@forening.example");
            taken += send().statusCode() == 302 ? 1 : 0;
            clock.advance(Duration.ofMinutes(5));
        }
        assertThat(taken).isBetween(8, 20);
    }

    @Test
    void isLimitedByClusterAndDay() {
        for (int i = 0; i < 100; i++) {
            jdbc.sql("""
                            insert into klyngeflow.open_asking (cluster_id, purpose, address_hash, matter_hash, asked_at)
                            values (:cluster, 'inquiry-confirm', 'a', 'b', :now)""")
                    .param("cluster", InboxWorld.CLUSTER)
                    .param("now", java.sql.Timestamp.from(clock.instant()))
                    .update();
        }
        HttpResponse<String> answer = send();
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(answer.body()).contains("Vent lidt", "Må vi komme");
        assertThat(kept()).isZero();
    }

    @Test
    void isNotThereForAClusterThatNobodyKnows() {
        assertThat(anybody.get("/skriv/ingenklynge").statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> send() {
        String token = Browser.token(anybody.get(PATH).body());
        String body = Browser.form(form);
        return anybody.submit(PATH, body + "&_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8));
    }

    private int mails() {
        return count("mail_outbox");
    }

    private int kept() {
        return count("inquiry");
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from klyngeflow." + table + " where cluster_id = ?")
                .param(InboxWorld.CLUSTER)
                .query(Integer.class)
                .single();
    }
}
