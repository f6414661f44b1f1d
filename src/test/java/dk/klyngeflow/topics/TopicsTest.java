package dk.klyngeflow.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.engine.NightWatch;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.Shown;
import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.ClusterRegister;
import dk.klyngeflow.members.ClusterRegister.NewPerson;
import dk.klyngeflow.members.PaymentMode;
import dk.klyngeflow.members.Post;
import dk.klyngeflow.security.Browser;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Members propose and vote by link, the coordinator sees what most want and chooses. */
@KlyngeflowTest
class TopicsTest {

    @LocalServerPort
    int port;

    @Autowired
    ClusterRegister register;

    @Autowired
    TopicBank bank;

    @Autowired
    TopicLink page;

    @Autowired
    TopicRetention retention;

    @Autowired
    NightWatch night;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    private String cluster = "";
    private String caseKey = "";

    @BeforeEach
    void open() {
        clock.reset();
        cluster = "t" + UUID.randomUUID().toString().substring(0, 8);
        caseKey = cluster + "/2027-01";
        register.open(
                new Cluster(cluster, "Klynge Emne", null, PaymentMode.PLO, "k@emne.example", "Nord", null),
                List.of(),
                List.of(
                        person("coordinator", Post.COORDINATOR, Post.MEMBER),
                        person("secretary", Post.SECRETARY),
                        person("anne", Post.MEMBER),
                        person("bo", Post.MEMBER),
                        person("carl", Post.MEMBER)));
    }

    @AfterEach
    void reset() {
        clock.reset();
    }

    private NewPerson person(String name, Post... posts) {
        String id = cluster + "-" + name;
        return new NewPerson(id, "Navn " + name, name + "@emne.example", List.of(posts), null, id);
    }

    @Test
    void whereNobodyHasProposedAnythingYetSheIsAskedToPropose_andReadsUntilWhen() {
        Instant closes = clock.instant().plus(Duration.ofDays(7));
        bank.openVote(cluster, caseKey, closes);
        assertThat(page.show(held("anne")).orElseThrow().blocks().toString())
                .contains("Der er ingen emner på klyngens liste endnu.")
                .doesNotContain("Vælg op til");
        assertThat(page.answer(held("anne"), Map.of("forslag", List.of("Polyfarmaci")))
                        .lines())
                .anyMatch(line -> line.endsWith("til " + CopenhagenTime.inWords(closes) + "."));
        assertThat(page.show(held("bo")).orElseThrow().blocks().toString()).contains("Vælg op til");
    }

    @Test
    void membersProposeAndVoteAndTheCoordinatorChooses() {
        String pain = bank.propose(cluster, "Smertebehandling", "Vi ordinerer forskelligt.", id("coordinator"));
        bank.openVote(cluster, caseKey, clock.instant().plus(Duration.ofDays(7)));
        bank.openVote(cluster, caseKey, clock.instant().plus(Duration.ofDays(7)));
        assertThat(mails()).containsExactlyInAnyOrder(id("coordinator"), id("anne"), id("bo"), id("carl"));

        page.answer(
                held("anne"), Map.of("forslag", List.of("Polyfarmaci"), "hvorfor", List.of("Mange får ti midler.")));
        String polypharmacy = bank.ranked(cluster).get(0).id();
        page.answer(held("bo"), Map.of("emner", List.of(polypharmacy)));
        // the same idea, spelt otherwise, is a vote
        page.answer(held("carl"), Map.of("emner", List.of(pain), "forslag", List.of("  polyFARMACI ")));

        assertThat(bank.ranked(cluster))
                .extracting(Topic::title, Topic::votes)
                .containsExactly(tuple("Polyfarmaci", 3), tuple("Smertebehandling", 1));
        assertThat(chosen("bo")).containsExactly(polypharmacy);
        assertThat(chosen("coordinator")).isEmpty();

        page.answer(held("bo"), Map.of("emner", List.of(pain)));
        page.answer(held("bo"), Map.of("emner", List.of(pain)));
        assertThat(bank.find(cluster, pain).orElseThrow().votes()).isEqualTo(2);

        register.end(cluster, id("carl"), Post.MEMBER);
        assertThat(bank.find(cluster, pain).orElseThrow().votes()).isEqualTo(1);

        bank.used(cluster, polypharmacy, "meeting-1");
        assertThat(bank.ranked(cluster)).extracting(Topic::id).containsExactly(pain);
        assertThat(bank.find(cluster, polypharmacy).orElseThrow().usedAt()).isEqualTo(clock.instant());
    }

    @Test
    void nobodyVotesTooMuchOrTooLateOrForTheNeighbours() {
        List<String> four = List.of(propose("Et"), propose("To"), propose("Tre"), propose("Fire"));
        bank.openVote(cluster, caseKey, clock.instant().plus(Duration.ofDays(7)));

        assertThatThrownBy(() -> page.answer(held("anne"), Map.of("emner", four)))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("højst vælge 3");
        Held foreign = new Held("nowhere", caseKey, id("anne"));
        assertThat(page.show(foreign)).isEmpty();
        assertThatThrownBy(() -> page.answer(foreign, Map.of("emner", List.of(four.get(0)))))
                .isInstanceOf(FormRefused.class);
        for (int i = 0; i < 5; i++) {
            page.answer(held("anne"), Map.of("forslag", List.of("Forslag " + i)));
        }
        assertThatThrownBy(() -> page.answer(held("anne"), Map.of("forslag", List.of("Ét til"))))
                .isInstanceOf(FormRefused.class);

        page.answer(held("bo"), Map.of("emner", four.subList(0, 3)));
        clock.advance(Duration.ofDays(7));
        assertThatThrownBy(() -> page.answer(held("bo"), Map.of("emner", List.of(four.get(3)))))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("lukket");
        assertThat(bank.find(cluster, four.get(3)).orElseThrow().votes()).isZero();
        Shown closed = page.show(held("bo")).orElseThrow();
        assertThat(closed.button()).isNull();
        assertThat(closed.blocks()).anyMatch(Block.Table.class::isInstance);
        assertThat(page.over(held("bo")).blocks().toString())
                .contains("Afstemningen er lukket. Du hører, hvad mødet kommer til at handle om.");

        clock.advance(Duration.ofDays(100));
        night.forget(retention);
        assertThat(bank.find(cluster, four.get(0)).orElseThrow().votes()).isZero();
    }

    @Test
    void aVoteThatWouldCloseAtOnceAsksNobody() {
        bank.openVote(cluster, caseKey, clock.instant());

        assertThat(mails()).isEmpty();
        assertThat(page.show(held("anne"))).isEmpty();
    }

    @Test
    void staffAddHideAndBringBackOnTheirPage() {
        Browser secretary = Browser.loggedIn(port, id("secretary"), id("secretary"));
        assertThat(post(secretary, "/emner/" + cluster, "title=Antibiotika&text=Vi+giver+for+meget")
                        .statusCode())
                .isEqualTo(302);
        String topic = bank.ranked(cluster).get(0).id();
        assertThat(secretary.get("/emner/" + cluster).body()).contains("Antibiotika", "Vi giver for meget");
        assertThat(secretary.get("/api/clusters/" + cluster + "/topics").body())
                .contains("\"id\":\"" + topic + "\"", "\"votesText\":\"(ingen stemmer endnu)\"");

        post(secretary, "/emner/" + cluster + "/" + topic + "/skjul", "");
        assertThat(bank.ranked(cluster)).isEmpty();
        assertThat(bank.find(cluster, topic)).isEmpty();
        post(secretary, "/emner/" + cluster + "/" + topic + "/frem", "");
        assertThat(bank.ranked(cluster)).hasSize(1);

        HttpResponse<String> cpr = post(secretary, "/emner/" + cluster, "title=Patient+010203-1234");
        assertThat(cpr.body()).contains("ligner et CPR-nummer", "value=\"Patient 010203-1234\"");
        assertThat(post(secretary, "/emner/" + cluster + "/unknown/skjul", "").statusCode())
                .isEqualTo(404);
        assertThat(Browser.loggedIn(port, id("anne"), id("anne"))
                        .get("/emner/" + cluster)
                        .statusCode())
                .isEqualTo(403);
    }

    private HttpResponse<String> post(Browser browser, String path, String fields) {
        String token = Browser.token(browser.get("/emner/" + cluster).body());
        return browser.submit(path, fields + "&_csrf=" + URLEncoder.encode(token, StandardCharsets.UTF_8));
    }

    private String propose(String title) {
        return bank.propose(cluster, title, "", id("coordinator"));
    }

    private List<String> chosen(String name) {
        return page.show(held(name)).orElseThrow().blocks().stream()
                .filter(Block.Choice.class::isInstance)
                .flatMap(block -> ((Block.Choice) block).chosen().stream())
                .toList();
    }

    private Held held(String name) {
        return new Held(cluster, caseKey, id(name));
    }

    private String id(String name) {
        return cluster + "-" + name;
    }

    private List<String> mails() {
        return jdbc.sql("select recipient_person from klyngeflow.mail_outbox"
                        + " where cluster_id = :cluster and purpose = 'topics' and link_id is not null")
                .param("cluster", cluster)
                .query(String.class)
                .list();
    }
}
