package dk.klyngeflow.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.engine.Answers;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.links.Done;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.LinkPage;
import dk.klyngeflow.links.Shown;
import dk.klyngeflow.mail.WrittenMails;
import dk.klyngeflow.members.ClusterFromFile;
import dk.klyngeflow.members.PaymentMode;
import dk.klyngeflow.members.People;
import dk.klyngeflow.members.PeopleTown;
import dk.klyngeflow.security.Browser;
import dk.klyngeflow.security.WithoutChecks;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every way into a cluster and out of it in mid-year, on one that has just been opened. */
@KlyngeflowTest
class MembershipRequestTest {

    private static final Pattern CODE = Pattern.compile("/svar#([\\w-]{64})");

    @LocalServerPort
    int port;

    @Autowired
    MemberWishes wishes;

    @Autowired
    MadeChanges made;

    @Autowired
    OwnPageLink own;

    @Autowired
    WishAddress address;

    @Autowired
    People people;

    @Autowired
    Cases cases;

    @Autowired
    Answers answers;

    @Autowired
    WithoutChecks withoutChecks;

    @Autowired
    HistoryService history;

    @Autowired
    ManagementService jobs;

    @Autowired
    WrittenMails mails;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    private String cluster = "";
    private String secretary = "";
    private String member = "";
    private Browser anybody = Browser.anonymous(0);
    private PeopleTown town = new PeopleTown(anybody, "");

    @BeforeEach
    void aClusterThatHasJustBeenOpened() {
        cluster = new ClusterFromFile(port).isOpened(PaymentMode.OWN_ACCOUNT);
        secretary = cluster + "-sekretaer";
        member = cluster + "-m5";
        anybody = Browser.anonymous(port);
        town = new PeopleTown(Browser.loggedIn(port, secretary, secretary), cluster);
    }

    @AfterEach
    void putBack() {
        clock.reset();
    }

    @Test
    void aPracticeAsksOnTheOpenPage_andJoinsOnThePageOfPeople() {
        String page = anybody.get("/medlem/" + cluster).body();
        assertThat(page)
                .contains("Medlem af Klyngen Søbred", "name=\"ydernummer\"")
                .doesNotContain("onclick", "Fie");
        assertThat(wants(Map.of()).headers().firstValue("Location").orElse("")).endsWith("?sendt");
        wants(Map.of());
        assertThat(open()).as("not before the address is confirmed").isEmpty();
        assertThat(purposes("lise@nye.example"))
                .as("a double click is one mail")
                .containsExactly("membership-confirm");
        String code = code("membership-confirm", "");
        String token = Browser.token(anybody.get("/svar").body());
        assertThat(post("/svar", "code=" + code, token).body()).contains("Vil du være med i klyngen?", "Lægerne Nye");
        assertThat(post("/svar/send", "code=" + code, token).body())
                .as("a scanner")
                .contains("Vælg et svar");
        assertThat(post("/svar/send", "code=" + code + "&med=ja", token).body()).contains("Dit ønske er sendt");
        post("/svar/send", "code=" + code + "&med=ja", token);
        assertThat(open()).hasSize(1);
        run();
        assertThat(news("lise@nye.example"))
                .singleElement()
                .asString()
                .contains("Du har bedt om at komme med i klyngen", "svarer dig senest den 21. september 2026");
        assertThat(cases.holders(cluster, key())).containsExactly(secretary);
        assertThat(address.of(cluster, key()).orElseThrow().href())
                .startsWith("/folk/" + cluster + "/skift/add-practice?navn=L%C3%A6gerne%20Nye&nummer=981234");

        town.does("add-practice", "nummer=981234&navn=Lægerne+Nye&patienter=2500&fra=2026-09-07");
        assertThat(cases.isOpen(cluster, key())).isTrue();
        assertThat(address.of(cluster, key()).orElseThrow().href())
                .contains("/skift/add?navn=Lise%20Ny&ydernummer=981234");
        String id = key();
        town.does("add", "navn=Lise+Ny&mail=lise@nye.example&post=MEMBER&ydernummer=981234&fra=2026-09-07");
        run();

        assertThat(cases.isOpen(cluster, id)).isFalse();
        assertThat(news("lise@nye.example")).hasSize(2).last().asString().contains("du står i klyngens liste");
        assertThat(path()).contains("changeMade", "tellAccepted", "requestMet").doesNotContain("erasePerson");
    }

    @Test
    void theOpenPageSaysWhatIsWrong_andAnswersTheSameToAll() {
        HttpResponse<String> wrong =
                wants(Map.of("ydernummer", "4123", "praksis", "<b>www.lokke.example</b>", "mail", "intet"));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("004123", "ingen webadresse", "Skriv din mailadresse", "Lise Ny");
        assertThat(wants(Map.of("besked", "a".repeat(400))).statusCode())
                .as("nothing is cut in silence")
                .isEqualTo(400);
        HttpResponse<String> patient = wants(Map.of("besked", "Om 010190-1234"));
        assertThat(patient.statusCode()).isEqualTo(400);
        assertThat(patient.body()).doesNotContain("010190-1234");
        assertThat(wants(Map.of("hjemmeside", "x")).statusCode()).isEqualTo(302);
        assertThat(purposes("lise@nye.example")).isEmpty();
        assertThat(anybody.get("/medlem/findes-ikke").statusCode()).isEqualTo(404);

        // a network may ask a few times at once
        clock.advance(Duration.ofHours(1));
        assertThat(mine("fie@" + cluster + ".example")).endsWith("?link");
        assertThat(mine("ukendt@" + cluster + ".example")).endsWith("?link");
        mine("FIE@" + cluster + ".example");
        assertThat(mails.texts(cluster, "membership-page", member)).hasSize(1);
    }

    @Test
    void aMemberLeaves_herLinksDie_andAnotherRequestOfTheSameKindIsNotTaken() {
        Done sent = asks("LEAVE", "fra", "2026-09-07");
        assertThat(sent.lines()).first().asString().contains("senest den 21. september 2026");
        assertThat(asks("LEAVE").title()).isEqualTo("Du har bedt om det før");
        assertThat(open()).hasSize(1);
        run();
        String id = key();
        assertThat(address.of(cluster, id).orElseThrow().href())
                .isEqualTo("/folk/" + cluster + "/skift/leave?person=" + member + "&fra=2026-09-07");
        mine("fie@" + cluster + ".example");
        String code = code("membership-page", member);

        town.does("leave", "person=" + member + "&fra=2026-09-07");
        run();

        assertThat(cases.isOpen(cluster, id)).isFalse();
        assertThat(address.of(cluster, id).orElseThrow().href())
                .as("nothing is left to do")
                .isEqualTo("/folk/" + cluster);
        assertThat(news(member)).hasSize(2).last().asString().contains("Det er gjort");
        String token = Browser.token(anybody.get("/svar").body());
        assertThat(post("/svar", "code=" + code, token).statusCode()).isEqualTo(404);
        // she who has left still has a way to her data
        clock.advance(Duration.ofHours(2));
        mine("fie@" + cluster + ".example");
        assertThat(post("/svar", "code=" + code("membership-page", member), token)
                        .body())
                .contains("Hent mine oplysninger", "Slet mig")
                .doesNotContain("Meld mig ud");
    }

    @Test
    void aRefusalHasAReasonThatIsMailed_andNothingIsSaidToBeDoneThatIsNot() {
        asks("PRACTICE_LEAVES");
        run();
        assertThatThrownBy(() -> answer("DONE", ""))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("ikke gjort");
        assertThatThrownBy(() -> answer("REFUSE", "")).isInstanceOf(FormRefused.class);
        answer("REFUSE", "Regnskabet skal afsluttes først.");
        run();
        assertThat(news(member)).last().asString().contains("Begrundelsen er", "Regnskabet skal afsluttes først.");
        assertThat(path()).contains("tellRefused", "requestRefused");
    }

    @Test
    void nobodyAnswers_andBothHearOfIt() {
        asks("CORRECT", "mail", "fie@ny.example");
        run();
        clock.advance(Duration.ofDays(16));
        run();
        assertThat(news(member)).last().asString().contains("koordinator har fået besked");
        assertThat(mails.texts(cluster, "membership-late", cluster + "-koordinator"))
                .hasSize(1);
        String id = key();
        town.does("correct", "person=" + member + "&navn=Fie+Ødum&mail=fie@ny.example");
        run();
        assertThat(cases.isOpen(cluster, id)).isFalse();
        assertThat(news(member)).last().asString().contains("Det er rettet");
    }

    @Test
    void openBallotsKeepTheirRoll_andConsentsFollowThePractice() {
        jdbc.sql("""
                        insert into klyngeflow.ballot (cluster_id, ballot_id, title, seats, majority, second, tied, round, key_mode,
                          officer, public_key, state, prepared_at, opened_at, closes_at, roll_hash)
                        values (?, 'b', 'Formand', 1, 'X', 'X', 'X', 'X', 'SERVER', 'x', 'k', 'OPEN', now(), now(), now(), 'h')""").param(cluster).update();
        jdbc.sql("insert into klyngeflow.ballot_roll values (?, 'b', ?)")
                .params(cluster, member)
                .update();
        jdbc.sql("""
                        insert into klyngeflow.meeting (cluster_id, meeting_id, business_key, year, number, title,
                          earliest_day, latest_day, minutes, status, uid, created_by, created_at)
                        values (?1, 'm', ?1 || '/2026-91', 2026, 91, 'Astma', '2026-11-01', '2026-11-30', 60, 'ARRANGING',
                          ?1 || '-m', 'x', now())""".replace("?1", "'" + cluster + "'")).update();
        jdbc.sql("insert into klyngeflow.data_order (cluster_id, meeting_id, closes_at) values (?, 'm', '2026-10-01')")
                .param(cluster)
                .update();
        jdbc.sql("insert into klyngeflow.data_consent values (?, 'm', '980102', true, ?, now())")
                .params(cluster, cluster + "-m6")
                .update();

        assertThat(town.does("leave", "person=" + member + "&fra=2026-09-07"))
                .contains("Listen i 1 åben afstemning ændres ikke");
        assertThat(town.effect("end-practice", "ydernummer=980102&fra=2026-09-07"))
                .contains("1 samtykke til data gælder ikke længere");
        assertThat(jdbc.sql("select voter from klyngeflow.ballot_roll where cluster_id = ?")
                        .param(cluster)
                        .query(String.class)
                        .list())
                .containsExactly(member);
    }

    @Test
    void isErasedWhenTheAnswerHasGone() {
        asks("ERASE");
        run();
        assertThatThrownBy(() -> answer("DONE", ""))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("stadig en post");
        town.does("leave", "person=" + member + "&fra=2026-09-07");
        assertThat(open()).as("decided by hand").hasSize(1);
        answer("DONE", "");
        run();
        assertThat(news(member)).last().asString().contains("bliver slettet om to døgn", "sidste mail");
        assertThat(people.nameOf(member)).isEqualTo("Fie Ødum");
        clock.advance(Duration.ofDays(3));
        run();
        assertThat(people.nameOf(member)).isEqualTo(People.UNKNOWN);
        assertThat(path()).contains("erasePerson", "personErased");
    }

    @Test
    void herOwnDataAreInOneFile() throws Exception {
        mine("fie@" + cluster + ".example");
        String code = code("membership-page", member);
        String token = Browser.token(anybody.get("/svar").body());
        assertThat(post("/svar", "code=" + code, token).body()).contains("Fie Ødum", "Hent mine oplysninger");
        HttpResponse<String> answer = post("/svar/fil", "code=" + code + "&document=egen-fil", token);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains("dine-oplysninger.zip");

        LinkPage.MadeFile file = own.ownFile(held()).orElseThrow();
        Map<String, String> texts = new HashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file.content()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                texts.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(texts.get("oplysninger.html"))
                .contains("Fie Ødum", "<h2>Poster</h2>", "fie@" + cluster + ".example");
        assertThat(texts.get("oplysninger.json"))
                .contains("\"Poster\"", "\"MEMBER\"")
                .doesNotContain("anne@");
    }

    @Test
    void saysWhatSheAsksForBeforeItCounts() {
        Shown review = own.review(held(), sent("LEAVE", "fra", "2026-10-01")).orElseThrow();
        assertThat(String.valueOf(review))
                .contains("blive meldt ud af klyngen", "1. oktober 2026", "21. september 2026");
        assertThat(own.show(held()).orElseThrow().blocks()).anyMatch(block -> block instanceof Block.OwnFile);
        assertThatThrownBy(() -> own.review(held(), sent("CORRECT"))).isInstanceOf(FormRefused.class);
        assertThatThrownBy(() -> own.review(held(), sent("LEAVE", "fra", "2026-01-01")))
                .isInstanceOf(FormRefused.class);
        assertThatThrownBy(() -> own.review(held(), sent("CORRECT", "mail", "intet")))
                .isInstanceOf(FormRefused.class);
        assertThatThrownBy(() -> own.review(held(), sent("CORRECT", "navn", "Fie Ødum")))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("allerede");
        assertThat(open()).isEmpty();
    }

    @Test
    void onlyTheNewestMailedLinkOpensHerPage() {
        mine("fie@" + cluster + ".example");
        String first = code("membership-page", member);
        String token = Browser.token(anybody.get("/svar").body());
        mine("fie@" + cluster + ".example");
        assertThat(post("/svar", "code=" + first, token).body())
                .as("nothing was mailed within the hour")
                .contains("Hent mine oplysninger");
        clock.advance(Duration.ofHours(2));
        mine("fie@" + cluster + ".example");
        assertThat(post("/svar", "code=" + first, token).statusCode()).isEqualTo(404);
        assertThat(post("/svar", "code=" + code("membership-page", member), token)
                        .body())
                .contains("Hent mine oplysninger");
    }

    @Test
    void twoPartnersOfOneMailboxBothAsk() {
        wants(Map.of());
        wants(Map.of("navn", "Ole Ny"));
        assertThat(purposes("lise@nye.example")).hasSize(2);
    }

    @Test
    void isShownWhenConfirmed_andMadeWhenItIsHerWhoJoined() {
        wishes.ask(
                cluster,
                new MemberWish.Typed(
                        "Lise Ny", "fie@" + cluster + ".example", "981234", "Lægerne Nye", null, "", null));
        long id = jdbc.sql("select request_id from klyngeflow.membership_request where cluster_id = ?")
                .param(cluster)
                .query(Long.class)
                .single();
        Browser browser = Browser.loggedIn(port, secretary, secretary);
        String path = "/api/clusters/" + cluster + "/membership-requests/" + id;
        assertThat(browser.get(path).statusCode()).isEqualTo(404);
        wishes.confirm(wishes.get(cluster, id));
        assertThat(browser.get(path).statusCode()).isEqualTo(200);
        assertThat(made.objectionTo(wishes.get(cluster, id))).isPresent();
    }

    @Test
    void aPracticeHasLeftWhenItHasAnEnd_andAMemberOnTheDaySheAskedFor() {
        String other = cluster + "-m6";
        own.answer(new Held(cluster, "", other), sent("PRACTICE_LEAVES"));
        asks("LEAVE", "fra", "2026-10-01");
        town.does("leave", "person=" + member + "&fra=2026-12-01");
        town.does("leave", "person=" + other + "&fra=2026-09-07");
        assertThat(open()).hasSize(2);
        town.does("end-practice", "ydernummer=" + open().get(0).typed().providerNumber() + "&fra=2026-09-08");
        assertThat(open()).extracting(MemberWish::kind).doesNotContain(WishKind.PRACTICE_LEAVES);
    }

    @Test
    void anErasureThatDoesNotHappenIsSaid() {
        asks("ERASE");
        assertThatThrownBy(() -> wishes.erase(cluster, open().get(0).requestId()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("stadig en post");
    }

    @Test
    void whatNobodyConfirmsIsGoneAfterTwoDays() {
        wants(Map.of());
        clock.advance(Duration.ofDays(3));
        assertThat(wishes.forget(clock.instant().minus(Duration.ofDays(2)), false))
                .isEqualTo(1);
    }

    private Held held() {
        return new Held(cluster, "", member);
    }

    private static Map<String, List<String>> sent(String kind, String... fields) {
        Map<String, List<String>> sent = new HashMap<>();
        sent.put("hvad", List.of(kind));
        for (int i = 0; i < fields.length; i += 2) {
            sent.put(fields[i], List.of(fields[i + 1]));
        }
        return sent;
    }

    private Done asks(String kind, String... fields) {
        return own.answer(held(), sent(kind, fields));
    }

    private List<MemberWish> open() {
        return wishes.open(cluster);
    }

    private String key() {
        return MembershipRequest.businessKey(cluster, open().get(0).requestId());
    }

    private void answer(String decision, String reason) {
        answers.give(cluster, key(), "settleRequest", secretary, Map.of("decision", decision, "reason", reason));
    }

    private void run() {
        withoutChecks.run(() -> {
            for (Job job : jobs.createJobQuery().tenantIdIn(cluster).list()) {
                boolean isDue = job.getDuedate() == null
                        || !job.getDuedate().toInstant().isAfter(clock.instant());
                if (isDue && jobs.createJobQuery().jobId(job.getId()).count() == 1) {
                    jobs.executeJob(job.getId());
                }
            }
        });
    }

    private List<String> path() {
        return withoutChecks.get(() -> history.createHistoricActivityInstanceQuery().tenantIdIn(cluster).list().stream()
                .map(HistoricActivityInstance::getActivityId)
                .toList());
    }

    private HttpResponse<String> wants(Map<String, String> other) {
        Map<String, String> form = new HashMap<>(Map.of(
                "praksis", "Lægerne Nye",
                "ydernummer", "98 12 34",
                "patienter", "2.500",
                "navn", "Lise Ny",
                "mail", "lise@nye.example",
                "besked", "Vi bor ved siden af"));
        form.putAll(other);
        StringBuilder body = new StringBuilder("x=");
        form.forEach((name, value) ->
                body.append('&').append(name).append('=').append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return post(
                "/medlem/" + cluster,
                body.toString(),
                Browser.token(anybody.get("/medlem/" + cluster).body()));
    }

    private String mine(String mail) {
        return post(
                        "/medlem/" + cluster + "/link",
                        "mail=" + mail,
                        Browser.token(anybody.get("/medlem/" + cluster).body()))
                .headers()
                .firstValue("Location")
                .orElse("");
    }

    private HttpResponse<String> post(String path, String body, String token) {
        return anybody.submit(path, body + "&_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8));
    }

    private List<String> purposes(String mail) {
        return jdbc.sql("select purpose from klyngeflow.mail_outbox where cluster_id = ? and recipient_address = ?")
                .params(cluster, mail)
                .query(String.class)
                .list();
    }

    /** As it was written, whoever has been sent it: the texts stand in the model. */
    private List<String> news(String recipient) {
        return jdbc.sql("""
                        select model::text from klyngeflow.mail_outbox where cluster_id = ? and purpose = 'membership-news'
                          and ? in (recipient_address, recipient_person) order by mail_id""")
                .params(Arrays.asList(cluster, recipient))
                .query(String.class)
                .list();
    }

    private String code(String purpose, String recipient) {
        List<String> all = mails.texts(cluster, purpose, recipient);
        Matcher matcher = CODE.matcher(all.get(all.size() - 1));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }
}
