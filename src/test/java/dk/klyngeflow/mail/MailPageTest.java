package dk.klyngeflow.mail;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.engine.NightWatch;
import dk.klyngeflow.security.Browser;
import dk.klyngeflow.security.TwoClusters;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The administrator sees what has not been sent, without addresses, and can send again, hold and release. */
@KlyngeflowTest
class MailPageTest {

    @LocalServerPort
    int port;

    @Autowired
    NightWatch night;

    @Autowired
    TwoClusters clusters;

    @Autowired
    Outbox outbox;

    @Autowired
    Mails mails;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private Browser admin = Browser.anonymous(0);

    @BeforeEach
    void open() {
        clock.reset();
        clusters.open();
        admin = Browser.loggedIn(port, "admin", "admin");
    }

    @AfterEach
    void leaveNoMailBehind() {
        mails.letGo();
        jdbc.sql("delete from klyngeflow.mail_outbox where recipient_address = 'hemmelig@broen.example'")
                .update();
    }

    @Test
    void showsWhatFailedWithoutWhomItWasTo() {
        long id = mail("FAILED", "Modtagerens mailserver har afvist adressen.");

        String page = admin.get("/post").body();

        assertThat(page)
                .contains(">" + id + "<", "har afvist adressen", "Klynge one")
                .doesNotContain("hemmelig@broen.example", "Hemmelig Modtager");
    }

    @Test
    void saysInDanishWhatKindOfMailItIs() {
        long id = mail("FAILED", "Modtagerens mailserver har afvist adressen.");
        jdbc.sql("update klyngeflow.mail_outbox set purpose = 'invoice-rejected' where mail_id = :id")
                .param("id", id)
                .update();

        assertThat(admin.get("/post").body())
                .contains(">" + id + "<", ">Afvist regning<")
                .doesNotContain("invoice-rejected");
    }

    @Test
    void saysWhatIsForgottenAtNight() {
        String page = admin.get("/post").body();

        assertThat(night.list()).isNotEmpty();
        night.list().forEach(kept -> assertThat(page).contains(">" + kept.what() + "<", ">" + kept.after() + "<"));
    }

    @Test
    void sendsAgainWhatFailedOrWasGivenUpAndNothingElse() {
        long failed = mail("FAILED", "Afvist.");
        long givenUp = mail("GIVEN_UP", "Opgivet.");
        long sent = mail("SENT", "");

        assertThat(location(post("/post/one/" + failed + "/igen", ""))).endsWith("?igen");
        assertThat(location(post("/post/one/" + givenUp + "/igen", ""))).endsWith("?igen");
        assertThat(location(post("/post/one/" + sent + "/igen", ""))).endsWith("?intet");
        assertThat(location(post("/post/two/" + failed + "/igen", ""))).endsWith("?intet");
        assertThat(state(failed)).isEqualTo("WAITING");
        assertThat(state(givenUp)).isEqualTo("WAITING");
        assertThat(state(sent)).isEqualTo("SENT");
    }

    @Test
    void holdsAndReleasesAndPassesOverWhatIsOld() {
        long old = mail("WAITING", "");

        post("/post/hold", "tilbage=true");
        assertThat(admin.get("/post").body()).contains("Al post holdes tilbage");
        assertThat(mails.isHeld()).isTrue();
        post("/post/hold", "tilbage=false&spring=" + URLEncoder.encode("2026-09-08T00:00", StandardCharsets.UTF_8));

        assertThat(mails.isHeld()).isFalse();
        assertThat(state(old)).isEqualTo("NEEDLESS");
    }

    @Test
    void whatWasPassedOverStaysListedAndCanBeSentAfterAll() {
        // only the oldest are listed, and other tests have left theirs
        jdbc.sql("delete from klyngeflow.mail_outbox where state in ('WAITING', 'NEEDLESS')")
                .update();
        long old = mail("WAITING", "");
        post("/post/hold", "tilbage=false&spring=" + URLEncoder.encode("2026-09-08T00:00", StandardCharsets.UTF_8));

        assertThat(admin.get("/post").body()).contains("Sprunget over", ">" + old + "<");
        assertThat(location(post("/post/one/" + old + "/igen", ""))).endsWith("?igen");
        assertThat(state(old)).isEqualTo("WAITING");
    }

    @Test
    void sendAgainSaysThatNothingIsSentWhileTheMailIsHeld() {
        long failed = mail("FAILED", "Afvist.");
        post("/post/hold", "tilbage=true");

        assertThat(location(post("/post/one/" + failed + "/igen", ""))).endsWith("?venter");
        assertThat(admin.get("/post?venter").body())
                .contains("Mailen står nu forrest, men der sendes intet", "når posten slippes løs");
        post("/post/hold", "tilbage=false");
        assertThat(admin.get("/post").body())
                .contains(">" + failed + "<", "snart")
                .doesNotContain("når posten");
    }

    private long mail(String state, String reason) {
        String key = "test-note:" + UUID.randomUUID();
        outbox.enqueue(Mail.of(
                "one",
                "test-note",
                key,
                Recipient.address("hemmelig@broen.example", "Hemmelig Modtager"),
                Map.of(),
                key));
        long id = jdbc.sql("select max(mail_id) from klyngeflow.mail_outbox")
                .query(Long.class)
                .single();
        jdbc.sql("update klyngeflow.mail_outbox set state = :state, reason = :reason where mail_id = :id")
                .param("state", state)
                .param("reason", reason)
                .param("id", id)
                .update();
        return id;
    }

    private String state(long id) {
        return jdbc.sql("select state from klyngeflow.mail_outbox where mail_id = :id")
                .param("id", id)
                .query(String.class)
                .single();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private HttpResponse<String> post(String path, String body) {
        String token = Browser.token(admin.get("/post").body());
        return admin.submit(path, body + "&_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8));
    }
}
