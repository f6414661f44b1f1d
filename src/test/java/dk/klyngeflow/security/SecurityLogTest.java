package dk.klyngeflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.engine.NightWatch;
import dk.klyngeflow.members.ClusterFromFile;
import dk.klyngeflow.members.PaymentMode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

@KlyngeflowTest
class SecurityLogTest {

    private static final String SECRETARY = "one-secretary2";

    @LocalServerPort
    int port;

    @Autowired
    TwoClusters clusters;

    @Autowired
    SecurityLog log;

    @Autowired
    SecurityLogRetention retention;

    @Autowired
    NightWatch night;

    @Autowired
    Passwords passwords;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @BeforeEach
    void open() {
        clusters.open();
        jdbc.sql("delete from klyngeflow.security_entry").update();
    }

    @AfterEach
    void putBack() {
        passwords.choose(SECRETARY, SECRETARY);
        clock.advance(Duration.ofHours(1));
        // who gets in is no longer taken for somebody who guesses
        Browser.loggedIn(port, SECRETARY, SECRETARY);
        clock.reset();
    }

    @Test
    void saysWhoCameAndWentAndFromWhere() {
        Browser browser = Browser.loggedIn(port, SECRETARY, SECRETARY);
        String token = Browser.token(browser.get("/adgangskode").body());
        browser.submit("/logout", "_csrf=" + token);

        assertThat(kinds()).containsExactly("LOGGED_IN " + SECRETARY, "LOGGED_OUT " + SECRETARY);
        assertThat(all()).allSatisfy(entry -> assertThat(entry.address()).isEqualTo("127.0.0.1"));
    }

    @Test
    void saysWhoFailedAndWasLockedOutAndNeverWhatWasTyped() {
        Browser stranger = Browser.anonymous(port);
        stranger.login("min hemmelige kode", "010203-1234");
        for (int i = 0; i < 8; i++) {
            stranger.login(SECRETARY, "gættet kode " + i);
        }

        assertThat(kinds())
                .startsWith("LOGIN_FAILED ", "LOGIN_FAILED " + SECRETARY)
                .contains("LOCKED_OUT " + SECRETARY);
        // while she must wait, nothing is tried and nothing is written
        assertThat(kinds()).hasSizeLessThan(9);
        assertThat(jdbc.sql("select string_agg(e::text, ' ') from klyngeflow.security_entry e")
                        .query(String.class)
                        .single())
                .doesNotContain("hemmelige", "gættet", "010203");
    }

    @Test
    void aProgramThatSendsItsPasswordWithEveryCallIsWrittenOnceADay() {
        clock.advance(Duration.ofDays(40));
        Browser program = Browser.basic(port, "admin", "admin");
        for (int i = 0; i < 3; i++) {
            program.get("/api/me");
        }
        assertThat(kinds()).containsExactly("LOGGED_IN admin");
        clock.advance(Duration.ofDays(1));
        program.get("/api/me");
        assertThat(kinds()).hasSize(2);
    }

    @Test
    void saysWhichPasswordsPostsSettingsAndExportsWere() {
        passwords.give(SECRETARY, "en der er givet");
        passwords.choose(SECRETARY, SECRETARY);
        ClusterFromFile administrator = new ClusterFromFile(port);
        String cluster = administrator.isOpened(PaymentMode.PLO);
        administrator.setting(cluster, "invoices.ploMail", "bilag@plo.example");
        Browser admin = Browser.loggedIn(port, "admin", "admin");
        admin.get("/api/clusters/" + cluster + "/accounts/vouchers.xlsx");
        admin.get("/sikkerhedslog.csv");

        assertThat(kinds())
                .contains(
                        "PASSWORD_GIVEN ",
                        "PASSWORD_CHOSEN ",
                        "CLUSTER_OPENED admin",
                        "POST_GIVEN admin",
                        "PASSWORD_LINK_SENT admin",
                        "SETTING_CHANGED admin",
                        "EXPORTED admin");
        assertThat(all().stream().filter(entry -> entry.kind() == SecurityLog.Kind.POST_GIVEN))
                .anySatisfy(entry -> {
                    assertThat(entry.about()).isEqualTo(cluster + "-sekretaer");
                    assertThat(entry.clusterId()).isEqualTo(cluster);
                    assertThat(entry.detail()).isEqualTo("Sekretær");
                });
    }

    @Test
    void administratorsFilterItPageByPageAndFetchIt() {
        for (int i = 0; i < 60; i++) {
            log.note(SecurityLog.Kind.SETTING_CHANGED, "one-secretary", "one", "=cmd|' /C calc'!A" + i + "<b>");
        }
        log.note(SecurityLog.Kind.POST_ENDED, "one-board", "one", "Formand 010203-1234");
        Browser admin = Browser.loggedIn(port, "admin", "admin");

        String first = admin.get("/sikkerhedslog?hvad=SETTING_CHANGED").body();
        assertThat(first)
                .contains("Navn one-secretary (one-secretary)", "!A59&lt;b&gt;", "!A10&lt;b&gt;", "Ældre")
                .doesNotContain("!A9&lt;", "<b>", "Formand");
        Matcher older = Pattern.compile("foer=(\\d+)").matcher(first);
        assertThat(older.find()).isTrue();
        assertThat(admin.get("/sikkerhedslog?hvad=SETTING_CHANGED&foer=" + older.group(1))
                        .body())
                .contains("!A9&lt;", "!A0&lt;", "Til de nyeste")
                .doesNotContain("!A10&lt;", ">Ældre<");
        assertThat(admin.get("/sikkerhedslog?hvem=one-board").body())
                .contains("Formand xxxxxx-xxxx")
                .doesNotContain("!A1", "010203");
        assertThat(admin.get("/sikkerhedslog?fra=2027-01-01").body()).contains("Der er ikke noget at vise");
        assertThat(admin.get("/sikkerhedslog?fra=i+morgen").statusCode()).isEqualTo(400);
        HttpResponse<String> csv = admin.get("/sikkerhedslog.csv?hvad=SETTING_CHANGED");
        assertThat(csv.body().lines()).hasSize(61);
        assertThat(csv.body()).startsWith("\uFEFFtid;hvad").contains("\"'=cmd");
        for (String path : List.of("/sikkerhedslog", "/sikkerhedslog.csv")) {
            assertThat(Browser.loggedIn(port, SECRETARY, SECRETARY).get(path).statusCode())
                    .isEqualTo(403);
        }
    }

    @Test
    void saysWhoBecameAdministratorInCamundasAdmin() {
        Browser admin = Browser.loggedIn(port, "admin", "admin");
        String member = "/camunda/api/engine/engine/default/group/camunda-admin/members/" + SECRETARY;
        assertThat(admin.send("PUT", member, null).statusCode()).isEqualTo(204);
        assertThat(admin.send("DELETE", member, null).statusCode()).isEqualTo(204);

        assertThat(all().stream().map(entry -> entry.kind() + " " + entry.who() + " " + entry.about()))
                .contains("ADMINISTRATOR_ADDED admin " + SECRETARY, "ADMINISTRATOR_REMOVED admin " + SECRETARY);
    }

    @Test
    void isKeptForAYear() {
        log.note(SecurityLog.Kind.POST_ENDED, "one-board", "one", "Formand");
        clock.advance(Duration.ofDays(364));
        night.forget(retention);
        assertThat(all()).hasSize(1);
        clock.advance(Duration.ofDays(3));
        night.forget(retention);
        assertThat(all()).isEmpty();
    }

    private List<SecurityLog.Entry> all() {
        return log.find(
                new SecurityLog.Wanted(null, "", Instant.EPOCH, Instant.parse("2100-01-01T00:00:00Z"), null, 1_000));
    }

    /** The oldest first. */
    private List<String> kinds() {
        List<String> kinds = new ArrayList<>(
                all().stream().map(entry -> entry.kind() + " " + entry.who()).toList());
        Collections.reverse(kinds);
        return kinds;
    }
}
