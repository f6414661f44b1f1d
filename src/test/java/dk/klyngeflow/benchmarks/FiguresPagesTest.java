package dk.klyngeflow.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.dataorders.DataSettings;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.links.Block;
import dk.klyngeflow.links.Held;
import dk.klyngeflow.links.Shown;
import dk.klyngeflow.members.ClusterRegister;
import dk.klyngeflow.members.ClusterSettings;
import dk.klyngeflow.security.Browser;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages that show figures, the link that a practice answers by, and the moment until which rows are collected. */
@KlyngeflowTest
class FiguresPagesTest {

    private static final String MEASURE = "bredspektret";
    private static final String SEVEN = "12/100 30/150 8/80 20/100 45/180 16/64 14/70";

    @LocalServerPort
    int port;

    @Autowired
    ClusterRegister register;

    @Autowired
    ClusterSettings settings;

    @Autowired
    CopenhagenTime time;

    @Autowired
    TestClock clock;

    @Autowired
    FiguresLink link;

    @Autowired
    ReleasedSets sets;

    @Autowired
    DueFreezes due;

    @Autowired
    Measures measures;

    /** By her link she says yes, and no again; the next reading of anything knows it. */
    @Test
    void aNameWithdrawnByLinkIsGoneFromEverything() {
        MeasureTown town = open();
        assertThat(town.commits(town.file(SEVEN)).statusCode()).isEqualTo(201);
        String other = text(link.show(held(town, 1)).orElseThrow());
        assertThat(other).contains("Praksis 970300").contains("12 af 100");

        link.answer(held(town, 0), Map.of("navn", List.of("NEJ")));

        assertThat(text(link.show(held(town, 1)).orElseThrow()))
                .doesNotContain("Praksis 970300")
                .doesNotContain("12 af 100");
        assertThat(town.sees(town.doctor(1), MEASURE, "2026K1")).doesNotContain("970300");
        assertThat(town.browser(town.doctor(1))
                        .get("/tal/" + town.id() + "/" + MEASURE)
                        .body())
                .doesNotContain("970300");
        // her own she sees still
        assertThat(text(link.show(held(town, 0)).orElseThrow())).contains("Jeres praksis: 12");
    }

    @Test
    void dataWithdrawnByLinkClosesTheOwnPage() {
        MeasureTown town = open();
        assertThat(town.commits(town.file(SEVEN)).statusCode()).isEqualTo(201);
        link.answer(held(town, 0), Map.of("tal", List.of("NEJ")));
        assertThat(text(link.show(held(town, 0)).orElseThrow())).doesNotContain("Jeres praksis: 12");
    }

    /** What she says of her figures goes to those who arrange the meeting, and alters nothing. */
    @Test
    void whatSheSaysOfItIsSeenByThoseWhoArrange() {
        MeasureTown town = open();
        assertThat(town.commits(town.file(SEVEN)).statusCode()).isEqualTo(201);
        String before = town.sees(town.doctor(0), MEASURE, "2026K1");
        link.answer(held(town, 0), Map.of("proev", List.of("gennemgå fem"), "forkert", List.of("vi har et plejehjem")));
        assertThat(town.sees(town.doctor(0), MEASURE, "2026K1")).isEqualTo(before);
        assertThat(town.secretary().get("/tal/" + town.id()).body())
                .contains("Praksis 970300 vil prøve: gennemgå fem")
                .contains("Praksis 970300 mener, at tallet ikke stemmer: vi har et plejehjem");
        assertThat(town.secretary().get("/tal/" + town.id() + "/" + MEASURE).body())
                .doesNotContain("plejehjem");
        assertThat(text(link.show(held(town, 0)).orElseThrow())).contains("gennemgå fem");
        assertThat(text(link.show(held(town, 1)).orElseThrow())).doesNotContain("plejehjem");
        link.answer(held(town, 0), Map.of());
        assertThat(town.secretary().get("/tal/" + town.id()).body()).doesNotContain("plejehjem");
        assertThatThrownBy(() -> link.answer(held(town, 0), Map.of("proev", List.of("ring til 010190-1234"))))
                .isInstanceOf(FormRefused.class);
    }

    /** Four points of the same length make a line; the year between them is none. */
    @Test
    void fourPeriodsMakeALine() {
        MeasureTown town = open();
        String file = new String(town.file(SEVEN), StandardCharsets.UTF_8);
        String head = file.substring(0, file.indexOf("\r\n") + 2);
        StringBuilder all = new StringBuilder(head);
        for (String period : List.of("2025K1", "2025K2", "2025K3", "2024")) {
            all.append(file.substring(head.length()).replace("2026K1", period));
        }
        assertThat(town.commits(all.toString().getBytes(StandardCharsets.UTF_8)).statusCode())
                .isEqualTo(201);
        assertThat(text(link.show(held(town, 0)).orElseThrow())).doesNotContain("over tid</title>");
        byte[] fourth =
                file.replace("2026K1", "2025K4").replace("12;100", "20;100").getBytes(StandardCharsets.UTF_8);
        assertThat(town.commits(fourth).statusCode()).isEqualTo(201);
        assertThat(text(link.show(held(town, 0)).orElseThrow()))
                .contains("over tid</title>")
                .contains("Jeres praksis gik fra 12 % til 20 %.");
    }

    /** The plenum's page has nobody's mark, unless whoever shows it taps her own; a secretary has none, and no names. */
    @Test
    void thePlenumSeesNobodyUnlessSheTapsHerOwn() {
        MeasureTown town = open();
        assertThat(town.commits(town.file(SEVEN)).statusCode()).isEqualTo(201);
        String path = "/tal/" + town.id() + "/" + MEASURE;
        Browser coordinator = town.browser(town.doctor(0));
        assertThat(coordinator.get(path).body())
                .contains("Vis min egen praksis")
                .doesNotContain("Jeres praksis: 12");
        assertThat(coordinator.get(path + "?vis=mit").body()).contains("Jeres praksis: 12");
        String secretary = town.secretary().get(path + "?vis=mit").body();
        assertThat(secretary).doesNotContain("Jeres praksis").doesNotContain("9703");
        assertThat(Browser.loggedIn(port, "admin", "admin")
                        .get("/tal/" + town.id())
                        .statusCode())
                .isEqualTo(403);
    }

    /** Until the data deadline of the meeting rows are collected; then one set is frozen. */
    @Test
    void beforeTheDeadlineNothingIsPublished() {
        MeasureTown town = open();
        sets.waitUntil(
                town.id(),
                List.of(new MeasuredPeriod(MEASURE, "2026K1")),
                time.now().plus(Duration.ofDays(10)));
        assertThat(town.commits(town.file(SEVEN.replace(" 14/70", ""))).statusCode())
                .isEqualTo(201);
        assertThat(town.commits(town.file(SEVEN)).statusCode()).isEqualTo(201);
        assertThat(town.sees(town.doctor(1), MEASURE, "2026K1")).startsWith("{\"released\":null,\"own\":{");
        due.freeze();
        assertThat(sets.of(town.id(), MEASURE)).isEmpty();
        clock.advance(Duration.ofDays(11));
        due.freeze();
        due.freeze();
        assertThat(sets.of(town.id(), MEASURE)).hasSize(1);
        assertThat(sets.of(town.id(), MEASURE)
                        .get(0)
                        .picture()
                        .spread()
                        .orElseThrow()
                        .practices())
                .isEqualTo(7);
    }

    /** The administrator writes what can be measured; a cluster that has a measure keeps its own words. */
    @Test
    void theAdministratorEditsTheCatalogue() {
        Browser admin = Browser.loggedIn(port, "admin", "admin");
        String form =
                "title=Prøve+af+katalog&kind=PROPORTION&direction=HIGHER&numerator=ture&denominator=kontroller&target=80";
        assertThat(post(admin, "/maalinger", form).body()).contains("Et mål skal have en kilde og en dato.");
        assertThat(post(admin, "/maalinger", form + "&targetSource=DSAM&targetOn=2026-01-01")
                        .statusCode())
                .isEqualTo(302);
        assertThat(measures.catalogue()).extracting(Measure::measureId).contains("proeve-af-katalog");
        assertThat(admin.get("/maalinger?id=proeve-af-katalog").body())
                .contains("DSAM")
                .contains("kontroller");
        MeasureTown town = open();
        assertThat(town.secretary().get("/maalinger").statusCode()).isEqualTo(403);
        byte[] file = new String(town.file(SEVEN), StandardCharsets.UTF_8)
                .replace("Bredspektret antibiotika", "Prøve af katalog")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(town.commits(file).statusCode()).isEqualTo(201);
        assertThat(post(
                                admin,
                                "/maalinger",
                                form.replace("ture", "rejser")
                                        + "&id=proeve-af-katalog&targetSource=DSAM&targetOn=2026-01-01")
                        .statusCode())
                .isEqualTo(302);
        assertThat(measures.find(town.id(), "proeve-af-katalog")
                        .orElseThrow()
                        .words()
                        .numerator())
                .isEqualTo("ture");
    }

    private MeasureTown open() {
        List<String> providers = IntStream.range(0, 7)
                .mapToObj(at -> "%06d".formatted(970300 + at))
                .toList();
        MeasureTown town = MeasureTown.of(port, register, providers);
        settings.set(town.id(), DataSettings.OPEN, true, time.today(), "test");
        measures.adopt(town.id(), measures.known(town.id(), MEASURE), "test");
        IntStream.range(0, 7).forEach(at -> link.answer(held(town, at), Map.of("navn", List.of("JA"))));
        return town;
    }

    private static Held held(MeasureTown town, int doctor) {
        return new Held(town.id(), MEASURE, town.doctor(doctor));
    }

    private static String text(Shown shown) {
        StringBuilder text = new StringBuilder();
        for (Block block : shown.blocks()) {
            text.append(block).append('\n');
        }
        return text.toString();
    }

    private static HttpResponse<String> post(Browser browser, String path, String fields) {
        String token = URLEncoder.encode(Browser.token(browser.get(path).body()), StandardCharsets.UTF_8);
        return browser.submit(path, fields + "&_csrf=" + token);
    }
}
