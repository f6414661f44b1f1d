package dk.klyngeflow.logins;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.mail.WrittenMails;
import dk.klyngeflow.members.AddressChanged;
import dk.klyngeflow.members.ClusterFromFile;
import dk.klyngeflow.members.PaymentMode;
import dk.klyngeflow.security.Browser;
import dk.klyngeflow.security.Identities;
import dk.klyngeflow.security.Passwords;
import dk.klyngeflow.security.Role;
import dk.klyngeflow.security.TwoClusters;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@KlyngeflowTest
class LoginByMailTest {

    private static final Pattern CODE = Pattern.compile("/svar#([\\w-]{64})");
    private static final AtomicInteger DAYS = new AtomicInteger();
    private static final String FRESH = "fire grønne både ";
    private static final String KNOWN = "one-secretary2@klynge.example";

    @LocalServerPort
    int port;

    @Autowired
    WrittenMails mails;

    @Autowired
    PasswordWishes wishes;

    @Autowired
    LoginInvitations invitations;

    @Autowired
    AddressChanges addresses;

    @Autowired
    Passwords passwords;

    @Autowired
    Identities identities;

    @Autowired
    IdentityService engine;

    @Autowired
    TwoClusters clusters;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private Browser anybody = Browser.anonymous(0);

    @BeforeEach
    void open() {
        clusters.open();
        anybody = Browser.anonymous(port);
        jdbc.sql("delete from klyngeflow.password_link where person_id = 'one-secretary2'")
                .update();
        // every test asks from a day of its own, so that none has used up what another is allowed
        clock.advance(Duration.ofDays(DAYS.incrementAndGet()));
    }

    @AfterEach
    void putBack() {
        addresses.confirm("one-secretary2");
        passwords.choose("one-secretary2", "one-secretary2");
        clock.reset();
    }

    @Test
    void whoHasAPostWithTasklistIsInvitedAndChoosesAPasswordOnce() {
        String cluster = opened();
        String secretary = cluster + "-sekretaer";
        assertThat(mails.texts(cluster, "login-invitation", cluster + "-m5")).isEmpty();
        String mail = only(cluster, "login-invitation", secretary);
        assertThat(mail).contains("Vælg først en adgangskode", "virker én gang");
        String code = code(mail);

        String page = svar(code).body();
        assertThat(page).contains("Vælg din adgangskode", secretary, "type=\"password\"");
        assertThat(send(code, "").body()).contains("Der mangler noget");
        assertThat(send(code, "ny", "kort", "igen", "kort").body())
                .contains("mindst 12 tegn")
                .doesNotContain("value=\"kort\"");
        assertThat(send(code, "ny", FRESH, "igen", FRESH + "x").body())
                .contains("ikke ens")
                .doesNotContain("grønne");
        HttpResponse<String> done = send(code, "ny", FRESH, "igen", FRESH);

        assertThat(done.statusCode()).as(done.body()).isEqualTo(200);
        assertThat(done.body()).contains("Din adgangskode er valgt", secretary, "href=\"/login\"");
        assertThat(Browser.loggedIn(port, secretary, FRESH)
                        .get("/camunda/app/tasklist/default/")
                        .statusCode())
                .isEqualTo(200);
        assertThat(svar(code).body()).contains("Linket er brugt").doesNotContain("type=\"password\"");
        assertThat(send(code, "ny", FRESH + "2", "igen", FRESH + "2").body()).doesNotContain("er valgt");
        Browser.loggedIn(port, secretary, FRESH);
    }

    @Test
    void anExpiredInvitationGivesANewOneByOneClick() {
        String cluster = opened();
        String treasurer = cluster + "-kasserer";
        String code = code(only(cluster, "login-invitation", treasurer));
        clock.advance(Duration.ofDays(7));

        assertThat(svar(code).body())
                .contains("Linket er udløbet", "Send mig et nyt link")
                .doesNotContain("type=\"password\"");
        // nor does it take a password behind the page's back
        assertThat(send(code, "ny", FRESH, "igen", FRESH).body()).contains("Vi har sendt dig et nyt link");
        assertThat(svar(code).body()).contains("sendt dig et nyere");

        List<String> sent = mails.texts(cluster, "login-invitation", treasurer);
        assertThat(sent).hasSize(2);
        String next = code(sent.get(1));
        assertThat(send(next, "ny", FRESH, "igen", FRESH).body()).contains("Din adgangskode er valgt");
        Browser.loggedIn(port, treasurer, FRESH);
    }

    @Test
    void aPlainMemberWhoWasGivenOneChangesIt() {
        String member = opened() + "-m5";

        // an administrator gives one, and she changes it
        new ClusterFromFile(port).password(member);

        assertThat(Browser.loggedIn(port, member, member).get("/api/me").statusCode())
                .isEqualTo(200);
    }

    @Test
    void nobodyIsInvitedTwiceNorWhoHasAPassword() {
        String cluster = opened();
        invitations.inviteAll();
        invitations.inviteAll();

        for (String post : ClusterFromFile.STAFF) {
            assertThat(mails.texts(cluster, "login-invitation", cluster + "-" + post))
                    .hasSize(1);
        }
        assertThat(mails.texts("one", "login-invitation", "one-secretary")).isEmpty();
    }

    @Test
    void aForgottenPasswordComesByMailAndNobodyLearnsWhoIsKnown() {
        HttpResponse<String> known = forgot(KNOWN.toUpperCase(Locale.ROOT));
        HttpResponse<String> unknown = forgot("fremmed@klynge.example");
        // both have done the same by now: one row each, that nobody has looked at
        assertThat(waiting()).isEqualTo(2);
        assertThat(mails.texts("one", "password-forgotten", "one-secretary2")).isEmpty();
        assertThat(known.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(302);
        assertThat(known.headers().firstValue("Location"))
                .isEqualTo(unknown.headers().firstValue("Location"));
        assertThat(anybody.get("/glemt-adgangskode?sendt").body()).contains("Kender vi adressen");

        wishes.round();

        assertThat(waiting()).isZero();
        String mail = only("one", "password-forgotten", "one-secretary2");
        assertThat(mail).contains("Der er bedt om en ny adgangskode");
        assertThat(send(code(mail), "ny", FRESH, "igen", FRESH).body()).contains("Din adgangskode er valgt");
        Browser.loggedIn(port, "one-secretary2", FRESH);
        clock.advance(Duration.ofHours(3));
        assertThat(svar(code(mail)).body()).contains("Linket er brugt");
    }

    @Test
    void askingIsLimitedByNetworkAndByPerson() {
        assertThat(forgot("ikke en adresse").statusCode()).isEqualTo(400);
        for (int i = 0; i < 9; i++) {
            assertThat(forgot(KNOWN).statusCode()).isEqualTo(302);
            wishes.round();
        }
        assertThat(mails.texts("one", "password-forgotten", "one-secretary2").stream()
                        .filter(text -> !text.isEmpty()))
                .as("only the newest opens anything")
                .hasSize(1);
        assertThat(jdbc.sql("select count(*) from klyngeflow.password_link where person_id = 'one-secretary2'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);

        HttpResponse<String> tooMany = forgot("fremmed@klynge.example");
        assertThat(tooMany.statusCode()).isEqualTo(429);
        assertThat(tooMany.body()).contains("Vent nogle minutter");
    }

    @Test
    void anAdministratorSendsALinkAndNobodyElseDoes() {
        assertThat(sendLink(Browser.loggedIn(port, "one-secretary", "one-secretary"), "one-secretary2")
                        .statusCode())
                .isEqualTo(403);
        Browser admin = Browser.loggedIn(port, "admin", "admin");
        assertThat(location(sendLink(admin, "one-secretary2"))).endsWith("/adgangskode?link");
        assertThat(location(sendLink(admin, "ingen"))).endsWith("/adgangskode?ingenpost");

        String code = code(only("one", "password-forgotten", "one-secretary2"));
        assertThat(send(code, "ny", FRESH, "igen", FRESH).body()).contains("Din adgangskode er valgt");
    }

    @Test
    void anAdministratorWithoutAPostGetsLinksToo() {
        String address = "drift-" + UUID.randomUUID() + "@klynge.example";
        String other = "anden-" + UUID.randomUUID().toString().substring(0, 8);
        transaction.executeWithoutResult(status ->
                identities.createUsers(List.of(new Identities.NewUser(other, "Anden Administrator", address, null))));
        String code;
        engine.createMembership(other, Role.ADMINISTRATORS);
        try {
            assertThat(location(sendLink(Browser.loggedIn(port, "admin", "admin"), other)))
                    .endsWith("/adgangskode?link");
            code = code(only("klyngeflow", "login-invitation", other));
            assertThat(svar(code).body())
                    .contains("Vælg din adgangskode", other)
                    .doesNotContain("guest:");
            assertThat(send(code, "ny", FRESH, "igen", FRESH).body()).contains("Din adgangskode er valgt");
            Browser.loggedIn(port, other, FRESH);
            assertThat(svar(code).body()).doesNotContain("type=\"password\"");

            assertThat(location(forgot(address.toUpperCase(Locale.ROOT)))).endsWith("?sendt");
            wishes.round();
            code = code(only("klyngeflow", "password-forgotten", other));
            assertThat(svar(code).body()).contains("Vælg din adgangskode");
        } finally {
            engine.deleteMembership(other, Role.ADMINISTRATORS);
        }
        assertThat(svar(code).body()).as("who is no administrator any longer").doesNotContain("type=\"password\"");
        assertThat(location(sendLink(Browser.loggedIn(port, "admin", "admin"), other)))
                .endsWith("/adgangskode?ingenpost");
    }

    private static HttpResponse<String> sendLink(Browser browser, String person) {
        String token =
                URLEncoder.encode(Browser.token(browser.get("/adgangskode").body()), StandardCharsets.UTF_8);
        return browser.submit("/adgangskode/link", "bruger=" + person + "&_csrf=" + token);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    @Test
    void aPasswordSetOtherwiseEndsTheLinksThatWereMailed() {
        forgot(KNOWN);
        wishes.round();
        String code = code(only("one", "password-forgotten", "one-secretary2"));

        passwords.give("one-secretary2", "af administratoren");

        assertThat(svar(code).body()).doesNotContain("type=\"password\"");
    }

    @Test
    void aChangedAddressIsToldToTheOldOneAndConfirmedFromTheNew() {
        String old = "gammel-" + UUID.randomUUID() + "@klynge.example";
        transaction.executeWithoutResult(
                status -> events.publishEvent(new AddressChanged("one-secretary2", old, KNOWN)));
        assertThat(jdbc.sql("select recipient_address from klyngeflow.mail_outbox where purpose = 'address-changed'")
                        .query(String.class)
                        .list())
                .contains(old);
        List<String> asked = mails.texts("one", "address-confirm", "one-secretary2");
        String code = code(asked.get(asked.size() - 1));

        // until then nobody gets a password by it
        clock.advance(Duration.ofMinutes(30));
        forgot(KNOWN);
        wishes.round();
        assertThat(links()).isZero();
        List<String> askedAgain = mails.texts("one", "address-confirm", "one-secretary2");
        assertThat(askedAgain).hasSize(asked.size() + 1);
        assertThat(svar(code).body()).contains("bekræftet eller ændret igen");

        code = code(askedAgain.get(askedAgain.size() - 1));
        assertThat(svar(code).body()).contains("Er det din mailadresse?", KNOWN).doesNotContain("checked");
        assertThat(send(code, "").statusCode()).isEqualTo(400);
        assertThat(send(code, "min", "ja").body()).contains("Adressen er bekræftet");
        forgot(KNOWN);
        wishes.round();
        assertThat(links()).isEqualTo(1);
    }

    private int links() {
        return jdbc.sql("select count(*) from klyngeflow.password_link where person_id = 'one-secretary2'")
                .query(Integer.class)
                .single();
    }

    private int waiting() {
        return jdbc.sql("select count(*) from klyngeflow.password_wish")
                .query(Integer.class)
                .single();
    }

    /** Opened by the administrator's file; nobody has a password yet. */
    private String opened() {
        String cluster = "uden-" + UUID.randomUUID().toString().substring(0, 8);
        ClusterFromFile administrator = new ClusterFromFile(port);
        assertThat(administrator
                        .upload(ClusterFromFile.file(cluster, PaymentMode.PLO))
                        .statusCode())
                .isEqualTo(302);
        return cluster;
    }

    private String only(String cluster, String purpose, String person) {
        List<String> texts = mails.texts(cluster, purpose, person).stream()
                .filter(text -> !text.isEmpty())
                .toList();
        assertThat(texts).as(purpose + " to " + person).hasSize(1);
        return texts.get(0);
    }

    private static String code(String mail) {
        Matcher found = CODE.matcher(mail);
        assertThat(found.find()).as(mail).isTrue();
        return found.group(1);
    }

    private HttpResponse<String> svar(String code) {
        return post("/svar", "code=" + code);
    }

    private HttpResponse<String> send(String code, String... fields) {
        StringBuilder body = new StringBuilder("code=" + code);
        for (int i = 0; i + 1 < fields.length; i += 2) {
            body.append('&')
                    .append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8));
        }
        return post("/svar/send", body.toString());
    }

    private HttpResponse<String> forgot(String address) {
        String token = Browser.token(anybody.get("/glemt-adgangskode").body());
        return post(
                "/glemt-adgangskode",
                "mail=" + URLEncoder.encode(address, StandardCharsets.UTF_8) + "&_csrf="
                        + URLEncoder.encode(token, StandardCharsets.UTF_8));
    }

    private HttpResponse<String> post(String path, String body) {
        return anybody.submit(path, body);
    }
}
