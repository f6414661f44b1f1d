package dk.klyngeflow.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.engine.Cases;
import dk.klyngeflow.members.ClusterRegister;
import dk.klyngeflow.security.Browser;
import dk.klyngeflow.security.Desk;
import dk.klyngeflow.security.WithoutChecks;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every way that a file with figures can go which came by itself and could not be taken. */
@KlyngeflowTest
class FigureFileTest {

    private static final String FIGURES = "12/100 30/150 8/80 20/100 45/180 16/64 14/70";
    private static final String WRONG = FIGURES.replace("30/150", "9876/150");
    private static final String FILE = "kvartal.csv";

    @LocalServerPort
    int port;

    @Autowired
    ClusterRegister register;

    @Autowired
    NightlyFigures nightly;

    @Autowired
    FigureSources sources;

    @Autowired
    Cases cases;

    @Autowired
    TaskService tasks;

    @Autowired
    ManagementService jobs;

    @Autowired
    WithoutChecks withoutChecks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @TempDir
    Path folder;

    @AfterEach
    void now() {
        clock.reset();
    }

    /** With what the preview would say, a line each, and never a figure. */
    @Test
    void theSecretaryHasOneTaskHoweverOftenItComes() throws IOException {
        MeasureTown town = town();
        comes(town, WRONG);
        comes(town, WRONG);
        comes(town, WRONG.replace("9876", "9875"));

        Task task = only(town);
        assertThat(task.getName()).isEqualTo("Klyngen " + town.id() + " · Ret fil med tal · „" + FILE + "“");
        assertThat(cases.holders(town.id(), key(town))).containsExactly(town.id() + "-sekretaer");
        String shown = town.secretary().get(route(town)).body();
        assertThat(shown)
                .contains("\"file\":\"" + FILE + "\"", "{\"what\":\"Linje 3", "\"page\":\"/tal/" + town.id() + "\"")
                .doesNotContain("9875", "9876", "150");
        assertThat(town.browser(town.doctor(1)).get(route(town)).statusCode()).isEqualTo(403);
        assertThat(withoutChecks.get(() -> tasks.getVariables(task.getId())).toString())
                .doesNotContain("9875", "9707");
    }

    /** Such as another cluster's, or one whose numbers have lost a digit: by hand the preview shows it, at night nobody would see it. */
    @Test
    void aFileOfWhichNothingIsKeptIsATask() throws IOException {
        MeasureTown town = town();
        Files.writeString(
                folder.resolve(FILE), new String(town.file(FIGURES), StandardCharsets.UTF_8).replace("9707", "9608"));
        nightly.fromFolder(town.id(), folder);

        assertThat(cases.isOpen(town.id(), key(town))).isTrue();
        assertThat(town.secretary().get(route(town)).body())
                .contains("Ingen linje i filen er fra en praksis i klyngen", "ydernumrene er skrevet helt ud");
        comes(town, FIGURES);
        assertThat(cases.isOpen(town.id(), key(town))).isFalse();
    }

    /** The figures of practices are left out, and our own words are not; the first line first. */
    @Test
    void whatIsWrongReadsWell() throws IOException {
        MeasureTown town = town();
        Files.writeString(
                folder.resolve(FILE), new String(town.file(WRONG), StandardCharsets.UTF_8).replace("970704", "97x704"));
        nightly.fromFolder(town.id(), folder);

        String shown = town.secretary().get(route(town)).body();
        assertThat(shown)
                .contains("ydernummeret skal have 6 cifre og intet andet", "større end nævneren. Ret en af dem.")
                .doesNotContain("…", "9876");
        assertThat(shown.indexOf("Linje 3")).isLessThan(shown.indexOf("Linje 6"));
    }

    @Test
    void itClosesWhenTheFileComesRight() throws IOException {
        MeasureTown town = town();
        comes(town, WRONG);

        comes(town, FIGURES);

        assertThat(cases.isOpen(town.id(), key(town))).isFalse();
        assertThat(town.sees(town.doctor(0), "bredspektret", "2026K1")).contains("\"practices\":7");
        assertThat(town.secretary().get(route(town)).statusCode()).isEqualTo(404);
    }

    /** What has been settled is asked again only when the file has changed, and is still wrong. */
    @Test
    void whatIsLeftIsAskedAgainWhenItHasChanged() throws IOException {
        MeasureTown town = town();
        comes(town, WRONG);
        Desk desk = new Desk(port, town.id());

        assertThat(desk.complete("sekretaer", key(town), "putFigureFileRight", Map.of("decision", "LEAVE")))
                .isTrue();

        assertThat(cases.isOpen(town.id(), key(town))).isFalse();
        comes(town, WRONG);
        assertThat(cases.isOpen(town.id(), key(town))).isFalse();
        comes(town, WRONG.replace("9876", "9875"));
        assertThat(cases.isOpen(town.id(), key(town))).isTrue();
        desk.complete("sekretaer", key(town), "putFigureFileRight", Map.of("decision", "RIGHT"));
        assertThat(cases.isOpen(town.id(), key(town))).isFalse();
    }

    /** A host that cannot be reached is a task on the first day, and no other one on the next. */
    @Test
    void aHostThatIsSilentIsOneTask() {
        MeasureTown town = town();
        String url = "https://ikke.paa.listen.example/tal.csv";
        String key = town.id() + "/talfil-" + FigureFiles.id(url);
        nightly.fromHost(town.id(), url);
        assertThat(cases.isOpen(town.id(), key)).isTrue();
        new Desk(port, town.id()).complete("sekretaer", key, "putFigureFileRight", Map.of("decision", "LEAVE"));
        clock.advance(Duration.ofDays(1));

        nightly.fromHost(town.id(), url);

        assertThat(cases.isOpen(town.id(), key)).isFalse();
        assertThat(sources.wrong(town.id())).as("she has seen to it").isEmpty();
    }

    /** It stands on the page until somebody has seen to it, there or in the task; and again when the source has another. */
    @Test
    void aFileIsSetAsideOnThePage_andIsThereAgainWhenItHasChanged() throws IOException {
        MeasureTown town = town();
        comes(town, WRONG);
        assertThat(page(town)).contains(FILE, "når du lægger den til side");
        assertThat(setsAside(town.browser(town.doctor(1)), town)).isEqualTo(403);
        assertThat(page(town)).contains(FILE);

        assertThat(setsAside(town.browser(town.doctor(0)), town)).isEqualTo(302);

        assertThat(page(town)).doesNotContain(FILE);
        assertThat(cases.isOpen(town.id(), key(town))).isFalse();
        comes(town, WRONG);
        assertThat(page(town)).as("unchanged").doesNotContain(FILE);
        comes(town, WRONG.replace("9876", "9875"));
        assertThat(page(town)).contains(FILE);
        assertThat(cases.isOpen(town.id(), key(town))).isTrue();
        new Desk(port, town.id()).complete("sekretaer", key(town), "putFigureFileRight", Map.of("decision", "LEAVE"));
        assertThat(page(town)).as("seen to in the task").doesNotContain(FILE);
        comes(town, WRONG);
        assertThat(page(town)).as("the first one is back").contains(FILE);
    }

    private static String page(MeasureTown town) {
        return town.secretary().get("/tal/" + town.id()).body();
    }

    private static int setsAside(Browser browser, MeasureTown town) {
        String token = URLEncoder.encode(Browser.token(browser.get("/").body()), StandardCharsets.UTF_8);
        return browser.send(browser.request("/tal/" + town.id() + "/laeg-til-side")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString("id=" + FigureFiles.id(FILE) + "&_csrf=" + token)))
                .statusCode();
    }

    /** The same file comes again after a wrong one: what was wrong is over, and the task closes. */
    @Test
    void theEarlierFileBackIsRight() throws IOException {
        MeasureTown town = town();
        comes(town, FIGURES);
        comes(town, WRONG);
        assertThat(cases.isOpen(town.id(), key(town))).isTrue();

        comes(town, FIGURES);

        assertThat(cases.isOpen(town.id(), key(town))).isFalse();
        assertThat(sources.wrong(town.id())).isEmpty();
        comes(town, WRONG);
        assertThat(cases.isOpen(town.id(), key(town))).isTrue();
    }

    @Test
    void theCoordinatorHearsOfItWhenNobodyActs() throws IOException {
        MeasureTown town = town();
        comes(town, WRONG);
        clock.advance(Duration.ofDays(8));

        withoutChecks.run(() -> jobs.executeJob(jobs.createJobQuery()
                .processDefinitionKey("figure-file")
                .tenantIdIn(town.id())
                .singleResult()
                .getId()));

        assertThat(jdbc.sql("select recipient_person from klyngeflow.mail_outbox where purpose = 'figure-file-open'"
                                + " and cluster_id = :cluster")
                        .param("cluster", town.id())
                        .query(String.class)
                        .list())
                .containsExactly(town.doctor(0));
        assertThat(cases.isOpen(town.id(), key(town))).as("it waits still").isTrue();
    }

    private void comes(MeasureTown town, String figures) throws IOException {
        Files.write(folder.resolve(FILE), town.file(figures));
        nightly.fromFolder(town.id(), folder);
    }

    private Task only(MeasureTown town) {
        List<Task> open = withoutChecks.get(() -> tasks.createTaskQuery()
                .processDefinitionKey("figure-file")
                .tenantIdIn(town.id())
                .list());
        assertThat(open).hasSize(1);
        return open.get(0);
    }

    private static String key(MeasureTown town) {
        return town.id() + "/talfil-" + FigureFiles.id(FILE);
    }

    private static String route(MeasureTown town) {
        return "/api/clusters/" + town.id() + "/figure-files/" + FigureFiles.id(FILE);
    }

    private MeasureTown town() {
        return MeasureTown.of(
                port,
                register,
                IntStream.range(0, 7)
                        .mapToObj(at -> "%06d".formatted(970700 + at))
                        .toList());
    }
}
