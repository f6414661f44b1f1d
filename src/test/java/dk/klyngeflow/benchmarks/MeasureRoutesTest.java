package dk.klyngeflow.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.benchmarks.MeasureConsents.Kind;
import dk.klyngeflow.dataorders.DataSettings;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.members.ClusterRegister;
import dk.klyngeflow.members.ClusterSettings;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tables go in over HTTP, and out comes what each reader may see, byte for byte. */
@KlyngeflowTest
@ExtendWith(OutputCaptureExtension.class)
class MeasureRoutesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BASE = "12/100 30/150 8/80 20/100 45/180 16/64";
    private static final String MEASURE = "bredspektret";
    private static final String PERIOD = "2026K1";

    @LocalServerPort
    int port;

    @Autowired
    ClusterRegister register;

    @Autowired
    MeasureConsents consents;

    @Autowired
    ClusterSettings settings;

    @Autowired
    CopenhagenTime time;

    @Autowired
    ReleasedSets sets;

    @Autowired
    Measures measures;

    @Autowired
    JdbcClient jdbc;

    // ---- what goes in ----

    @Test
    void everyFileIsReadToItsFigures() throws Exception {
        MeasureTown town = town("006515", "994025", "001920", "999823");
        JsonNode four = read(town.commits(resource("ordinationer-4-praksis.csv")), 201);
        assertThat(four.get("measures").asInt()).isEqualTo(5);
        assertThat(four.get("periods").asInt()).isEqualTo(2);
        assertThat(four.get("practices").asInt()).isEqualTo(2);
        assertThat(four.get("rows").get(0).toString())
                .contains("\"line\":2", "\"provider\":\"006515\"", "\"period\":\"2025K3\"", "\"numerator\":93")
                .contains("\"denominator\":178", "\"state\":\"OK\"");
        // two of the four are strangers here
        assertThat(four.get("setAside")).hasSize(20);

        JsonNode rate = read(town.commits(resource("opioider-pr-1000-24-praksis.csv"), "measure=opioid-pr-1000"), 201);
        assertThat(rate.get("rows").get(0).toString())
                .contains("\"provider\":\"001920\"", "\"numerator\":42", "\"denominator\":8058", "\"state\":\"OK\"");
        assertThat(rate.get("rows")).hasSize(8);
        assertThat(rate.get("skipped")).isEmpty();
        assertThat(read(town.previews(resource("opioider-pr-1000-24-praksis.csv")), 422)
                        .get("message")
                        .asText())
                .contains("hvilken måling");
    }

    @Test
    void twentyFourPracticesOverEightQuarters() throws Exception {
        byte[] file = resource("opioider-24-praksis.csv");
        List<String> providers = new String(file, "windows-1252")
                .lines()
                .skip(1)
                .map(line -> line.substring(0, 6))
                .distinct()
                .toList();
        assertThat(providers).hasSize(24);
        MeasureTown town = MeasureTown.of(port, register, providers);
        JsonNode all = read(town.commits(file), 201);
        assertThat(all.get("rows")).hasSize(192);
        assertThat(all.get("setAside")).isEmpty();
        long medianFirst =
                released(town, 0, "opioid-hoej-dosis", "2024K1").get("median").asLong();
        long medianLast =
                released(town, 0, "opioid-hoej-dosis", "2025K4").get("median").asLong();
        assertThat(List.of(medianFirst, medianLast)).containsExactly(18L, 16L);
    }

    /** Whatever stands in them, line by line: no figure is lost, altered or another's. */
    @ParameterizedTest
    @CsvSource({
        "ordinationer-4-praksis.csv, UTF-8, '', 40",
        "opioider-24-praksis.csv, windows-1252, '', 192",
        "opioider-pr-1000-24-praksis.csv, windows-1252, measure=opioid-pr-1000, 96"
    })
    void everyLineOfEveryFileIsItsFigure(String name, String letters, String asked, int lines) throws Exception {
        byte[] file = resource(name);
        List<String> expected = new String(file, letters)
                .lines()
                .skip(1)
                .map(line -> line.replace(".", "").split(";", -1))
                .map(cells -> asked.isEmpty()
                        ? String.join(" ", cells[0], cells[1], cells[2], cells[3], cells[4])
                        : String.join(" ", cells[0], "Opioider pr. 1000 patienter", cells[1], cells[2], cells[3]))
                .toList();
        assertThat(expected).hasSize(lines);
        MeasureTown town = MeasureTown.of(
                port,
                register,
                expected.stream().map(line -> line.substring(0, 6)).distinct().toList());
        List<String> read = new ArrayList<>();
        for (JsonNode row : read(asked.isEmpty() ? town.previews(file) : town.previews(file, asked), 200)
                .get("rows")) {
            read.add(String.join(
                    " ",
                    row.get("provider").asText(),
                    row.get("measure").asText(),
                    row.get("period").asText(),
                    row.get("numerator").asText(),
                    row.get("denominator").asText()));
        }
        assertThat(read).containsExactlyElementsOf(expected);
    }

    /** As a product needs them, and as the catalogue has them. */
    @Test
    void theMeasuresOfTheFilesAreInTheCatalogue() throws Exception {
        for (JsonNode wanted : JSON.readTree(resource("measures.json"))) {
            Measure known = measures.catalogue().stream()
                    .filter(each -> each.measureId().equals(wanted.get("id").asText()))
                    .findFirst()
                    .orElseThrow();
            assertThat(known.title()).isEqualTo(wanted.get("title").asText());
            assertThat(known.kind().name()).isEqualTo(wanted.get("kind").asText());
            JsonNode lower = wanted.get("lowerIsBetter");
            assertThat(known.direction())
                    .isEqualTo(
                            lower == null || lower.isNull()
                                    ? Measure.Direction.NONE
                                    : lower.asBoolean() ? Measure.Direction.LOWER : Measure.Direction.HIGHER);
            assertThat(known.words().numerator())
                    .isEqualTo(wanted.get("numerator").asText());
            assertThat(known.words().denominator())
                    .isEqualTo(wanted.get("denominator").asText());
            assertThat(known.words().why()).isEqualTo(wanted.get("why").asText());
        }
    }

    /** What the tables of the database would refuse is refused before, in words. */
    @Test
    void whatCouldNotBeStoredIsRefusedInWords() throws Exception {
        MeasureTown town = town("002210");
        String head = "Ydernummer;Måling;Periode;Tæller;Nævner\r\n";
        JsonNode onlyTheRegion = read(
                town.commits((head + "009999;X;2026K1;12;63\r\nRegion Midtjylland;X;2026K1;1200;6300\r\n")
                        .getBytes(StandardCharsets.UTF_8)),
                201);
        assertThat(onlyTheRegion.get("rows")).isEmpty();
        JsonNode twoNames = read(
                town.commits((head + "002210;uti-over-3-dage;2026K1;12;63\r\n"
                                + "002210;Blærebetændelse: behandling over 3 dage;2026K1;12;63\r\n")
                        .getBytes(StandardCharsets.UTF_8)),
                422);
        assertThat(twoNames.get("problems").get(0).get("message").asText()).contains("også i linje 2");
        JsonNode longName = read(
                town.commits(
                        (head + "002210;" + "m".repeat(130) + ";2026K1;12;63\r\n").getBytes(StandardCharsets.UTF_8)),
                422);
        assertThat(longName.get("problems").get(0).get("message").asText()).contains("højst være 120 tegn");
        read(town.commits(("sep=\"\r\n" + head + "002210;X;2026K1;x;63\r\n").getBytes(StandardCharsets.UTF_8)), 422);
        assertThat(stored(town)).isZero();
    }

    @Test
    void aPreviewStoresNothingAndCommitStoresAll() throws Exception {
        MeasureTown town = town(7);
        read(town.previews(town.file(BASE)), 200);
        assertThat(stored(town)).isZero();
        assertThat(town.asks(town.doctor(0), MEASURE, PERIOD).statusCode()).isEqualTo(404);
        read(town.commits(town.file(BASE)), 201);
        assertThat(stored(town)).isEqualTo(6);
        // the same again is no new version
        read(town.commits(town.file(BASE)), 201);
        assertThat(stored(town)).isEqualTo(6);
        assertThat(sets.of(town.id(), MEASURE)).hasSize(1);
    }

    @Test
    void oneWrongCellAndNothingIsStored() throws Exception {
        MeasureTown town = town(7);
        JsonNode refused = read(town.commits(town.file(BASE + " x/64")), 422);
        assertThat(refused.get("problems")).hasSize(1);
        assertThat(refused.get("problems").get(0).get("line").asInt()).isEqualTo(8);
        assertThat(refused.get("problems").get(0).get("column").asText()).isEqualTo("Tæller");
        assertThat(refused.get("problems").get(0).get("value").asText()).isEqualTo("x");
        assertThat(stored(town)).isZero();
        byte[] many = (new String(town.file(BASE), StandardCharsets.UTF_8)
                        + (providers(7).get(6) + ";M;2026K1;x;9\r\n").repeat(80))
                .getBytes(StandardCharsets.UTF_8);
        assertThat(read(town.commits(many), 422).get("problems")).hasSize(50);
    }

    @Test
    void aCprNumberIsRepeatedNowhere(CapturedOutput output) throws Exception {
        MeasureTown town = town(7);
        byte[] file = (new String(town.file(BASE), StandardCharsets.UTF_8) + "Kilde: 010190-1234\r\n")
                .getBytes(StandardCharsets.UTF_8);
        HttpResponse<String> answer = town.commits(file, "measure=010190-1234");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("CPR-nummer").doesNotContain("1234").doesNotContain("010190");
        assertThat(output.getAll()).doesNotContain("010190");
        assertThat(stored(town)).isZero();
    }

    @Test
    void onlySecretaryAndCoordinatorImport() {
        MeasureTown town = town(7);
        byte[] file = town.file(BASE);
        assertThat(town.sends(town.secretary(), file).statusCode()).isEqualTo(200);
        assertThat(town.sends(town.browser(town.doctor(0)), file).statusCode()).isEqualTo(200);
        assertThat(town.sends(town.browser(town.doctor(1)), file).statusCode()).isEqualTo(403);
        assertThat(town.sends(town.browser(town.id() + "-revisor"), file).statusCode())
                .isEqualTo(403);
        assertThat(town.sends(dk.klyngeflow.security.Browser.loggedIn(port, "admin", "admin"), file)
                        .statusCode())
                .isEqualTo(403);
        MeasureTown other = town(2);
        assertThat(town.sends(other.secretary(), file).statusCode()).isEqualTo(404);
    }

    // ---- what comes out ----

    @Test
    void everybodySeesTheReleasedSetAndTheOwnRow() throws Exception {
        MeasureTown town = town(7);
        read(town.commits(town.file(BASE + " 4/64")), 201);
        JsonNode seen = JSON.readTree(town.sees(town.doctor(1), MEASURE, PERIOD));
        assertThat(seen.get("released").toString())
                .isEqualTo("{\"dots\":[10,12,20,20,25,25],\"q1\":14,\"median\":20,\"q3\":24,\"clusterPercent\":19,"
                        + "\"practices\":6,\"notShown\":1}");
        assertThat(seen.get("own").get("numerator").asInt()).isEqualTo(30);
        assertThat(seen.get("table").isNull()).isTrue();
        assertThat(JSON.readTree(town.sees(town.doctor(6), MEASURE, PERIOD))
                        .get("own")
                        .toString())
                .contains("\"numerator\":4", "\"state\":\"SMALL\"", "\"percent\":6");
        JsonNode secretary = JSON.readTree(town.sees(town.id() + "-sekretaer", MEASURE, PERIOD));
        assertThat(secretary.get("own").isNull()).isTrue();
        assertThat(secretary.get("released")).isEqualTo(seen.get("released"));
        assertThat(town.asks(town.id() + "-revisor", MEASURE, PERIOD).statusCode())
                .isEqualTo(403);
    }

    @Test
    void ofFiveNothingIsSeenButTheOwn() throws Exception {
        MeasureTown town = town(7);
        read(town.commits(town.file("12/100 30/150 8/80 20/100 45/180 4/64")), 201);
        JsonNode seen = JSON.readTree(town.sees(town.doctor(1), MEASURE, PERIOD));
        assertThat(seen.get("released").isNull()).isTrue();
        assertThat(seen.get("own").get("denominator").asInt()).isEqualTo(150);
        assertThat(seen.get("own").get("gap").isNull()).isTrue();
    }

    /** Any small or few row may be another of its kind: nobody else's answer changes by a byte. */
    @Test
    void whatASmallOneDoesChangesNothingForOthers() throws Exception {
        List<String> seen = new ArrayList<>();
        for (String small : List.of("4/64 9/19", "1/300 0/18", "62/64 5/11", "<5/64 12/19")) {
            MeasureTown town = town(8);
            read(town.commits(town.file(BASE + " " + small)), 201);
            seen.add(town.sees(town.doctor(0), MEASURE, PERIOD) + town.sees(town.id() + "-sekretaer", MEASURE, PERIOD));
        }
        assertThat(seen).hasSize(4).containsOnly(seen.get(0));
    }

    @Test
    void whoIsWhichDotChangesNothing() throws Exception {
        List<String> seen = new ArrayList<>();
        List<String> others = new ArrayList<>(List.of("30/150", "8/80", "20/100", "45/180", "16/64", "4/64", "9/19"));
        for (int turn = 0; turn < 3; turn++) {
            MeasureTown town = town(8);
            read(town.commits(town.file("12/100 " + String.join(" ", others))), 201);
            seen.add(town.sees(town.doctor(0), MEASURE, PERIOD));
            Collections.rotate(others, 2);
        }
        assertThat(seen).hasSize(3).containsOnly(seen.get(0));
    }

    @Test
    void aCorrectionOfOneShowsOnTheOwnPageAlone() throws Exception {
        MeasureTown town = town(7);
        read(town.commits(town.file(BASE)), 201);
        String before = town.sees(town.doctor(1), MEASURE, PERIOD);
        read(town.commits(town.file("22/100 30/150 8/80 20/100 45/180 16/64 14/70")), 201);
        assertThat(town.sees(town.doctor(1), MEASURE, PERIOD)).isEqualTo(before);
        assertThat(JSON.readTree(town.sees(town.doctor(0), MEASURE, PERIOD))
                        .get("own")
                        .get("numerator")
                        .asInt())
                .isEqualTo(22);
        read(town.commits(town.file("22/100 31/150 8/80 20/100 45/180 16/64 14/70")), 201);
        assertThat(town.sees(town.doctor(2), MEASURE, PERIOD)).contains("[10,16,20,20,21,22,25,25]".replace("16,", ""));
    }

    /** A year or half-year laid over a quarter that has been seen would give one away by subtraction. */
    @Test
    void anOverlappingPeriodIsComparedAsWell() throws Exception {
        MeasureTown town = town(7);
        read(town.commits(town.file(BASE)), 201);
        byte[] half = new String(town.file("13/100 30/150 8/80 20/100 45/180 16/64"), StandardCharsets.UTF_8)
                .replace("2026K1", "2026H1")
                .getBytes(StandardCharsets.UTF_8);
        read(town.commits(half), 201);
        assertThat(JSON.readTree(town.sees(town.doctor(1), MEASURE, "2026H1"))
                        .get("released")
                        .isNull())
                .isTrue();
        assertThat(JSON.readTree(town.sees(town.doctor(0), MEASURE, "2026H1"))
                        .get("own")
                        .get("numerator")
                        .asInt())
                .isEqualTo(13);
    }

    @Test
    void whoRefusesDataIsNeitherReadNorFrozen() throws Exception {
        MeasureTown town = town(7);
        consentsTo(town, 6, Kind.DATA, false);
        JsonNode taken = read(town.commits(town.file(BASE + " 14/70")), 201);
        assertThat(taken.get("setAside")).hasSize(1);
        assertThat(stored(town)).isEqualTo(6);
        assertThat(JSON.readTree(town.sees(town.doctor(6), MEASURE, PERIOD))
                        .get("own")
                        .isNull())
                .isTrue();
    }

    @Test
    void withdrawnDataClosesTheOwnPageAndKeepsTheAnonymousDot() throws Exception {
        MeasureTown town = town(7);
        read(town.commits(town.file(BASE + " 14/70")), 201);
        String before = town.sees(town.doctor(0), MEASURE, PERIOD);
        consentsTo(town, 6, Kind.DATA, false);
        assertThat(town.sees(town.doctor(0), MEASURE, PERIOD)).isEqualTo(before);
        assertThat(JSON.readTree(town.sees(town.doctor(6), MEASURE, PERIOD))
                        .get("own")
                        .isNull())
                .isTrue();
    }

    // ---- by name ----

    @Test
    void namesAreForMembersAndGoneWithTheCommit() throws Exception {
        MeasureTown town = open(7);
        read(town.commits(town.file(BASE + " 14/70")), 201);
        JsonNode seen = JSON.readTree(town.sees(town.doctor(1), MEASURE, PERIOD));
        assertThat(seen.get("table")).hasSize(7);
        assertThat(seen.get("table").get(0).get("name").asText())
                .isEqualTo("Praksis " + providers(7).get(0));
        assertThat(JSON.readTree(town.sees(town.doctor(0), MEASURE, PERIOD)).get("table"))
                .hasSize(7);
        assertThat(JSON.readTree(town.sees(town.id() + "-sekretaer", MEASURE, PERIOD))
                        .get("table")
                        .isNull())
                .isTrue();
        assertThat(seen.get("released").get("dots").toString()).isEqualTo("[10,12,20,20,20,25,25]");

        consentsTo(town, 0, Kind.NAME, false);
        String after = town.sees(town.doctor(1), MEASURE, PERIOD);
        assertThat(after).doesNotContain(providers(7).get(0));
        assertThat(JSON.readTree(after).get("released").get("dots").toString()).isEqualTo("[10,20,20,20,25,25]");
    }

    @Test
    void aSmallOneIsHiddenAmongOthersAndItsFiguresChangeNothing() throws Exception {
        List<String> hidden = new ArrayList<>();
        for (String small : List.of("2/90", "4/90", "89/90")) {
            MeasureTown town = open(7);
            read(town.commits(town.file(BASE + " " + small)), 201);
            JsonNode seen = JSON.readTree(town.sees(town.doctor(1), MEASURE, PERIOD));
            assertThat(IntStream.range(0, 7)
                            .filter(row ->
                                    seen.get("table").get(row).get("hidden").asBoolean()))
                    .hasSize(3);
            assertThat(seen.get("released").isNull()).isTrue();
            hidden.add(seen.get("table").get(6).toString());
        }
        assertThat(hidden).containsOnly(hidden.get(0));
    }

    /** What was seen closed is not opened afterwards. */
    @Test
    void openingHoldsForSetsToCome() throws Exception {
        MeasureTown town = town(7);
        read(town.commits(town.file(BASE + " 14/70")), 201);
        String before = town.sees(town.doctor(1), MEASURE, PERIOD);
        opens(town, 7);
        assertThat(town.sees(town.doctor(1), MEASURE, PERIOD)).isEqualTo(before);
        read(town.commits(town.file("13/100 31/150 9/80 21/100 45/180 16/64 14/70")), 201);
        assertThat(JSON.readTree(town.sees(town.doctor(1), MEASURE, PERIOD))
                        .get("table")
                        .isNull())
                .isTrue();
    }

    @Test
    void aSetThatIsTakenDownIsNotMadeAgain() throws Exception {
        MeasureTown town = town(7);
        read(town.commits(town.file(BASE + " 14/70")), 201);
        sets.takeDown(town.id(), MEASURE, PERIOD, town.doctor(0));
        assertThat(released(town, 1, MEASURE, PERIOD).isNull()).isTrue();
        read(town.commits(town.file("13/100 31/150 9/80 21/100 45/180 16/64 14/70")), 201);
        assertThat(released(town, 1, MEASURE, PERIOD).isNull()).isTrue();
    }

    // ---- helpers ----

    private MeasureTown open(int practices) {
        MeasureTown town = town(practices);
        opens(town, practices);
        return town;
    }

    private void opens(MeasureTown town, int practices) {
        settings.set(town.id(), DataSettings.OPEN, true, time.today(), "test");
        jdbc.sql("""
                        insert into klyngeflow.measure (cluster_id, measure_id, title, kind, direction, numerator, denominator)
                        select :cluster, measure_id, title, kind, direction, numerator, denominator
                        from klyngeflow.measure_catalogue where measure_id = :measure on conflict do nothing""").param("cluster", town.id()).param("measure", MEASURE).update();
        IntStream.range(0, practices).forEach(at -> consentsTo(town, at, Kind.NAME, true));
    }

    private void consentsTo(MeasureTown town, int at, Kind kind, boolean accepts) {
        if (kind == Kind.DATA) {
            jdbc.sql("""
                            insert into klyngeflow.measure (cluster_id, measure_id, title, kind, direction, numerator, denominator)
                            select :cluster, measure_id, title, kind, direction, numerator, denominator
                            from klyngeflow.measure_catalogue where measure_id = :measure on conflict do nothing""").param("cluster", town.id()).param("measure", MEASURE).update();
        }
        consents.answer(town.id(), MEASURE, providers(8).get(at), kind, accepts, town.doctor(at));
    }

    private MeasureTown town(int practices) {
        return MeasureTown.of(port, register, providers(practices));
    }

    private MeasureTown town(String... providers) {
        return MeasureTown.of(port, register, List.of(providers));
    }

    private static List<String> providers(int most) {
        return IntStream.range(0, most)
                .mapToObj(at -> "%06d".formatted(970100 + at))
                .toList();
    }

    private static JsonNode read(HttpResponse<String> answer, int status) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JSON.readTree(answer.body());
    }

    private static JsonNode released(MeasureTown town, int doctor, String measure, String period) throws IOException {
        return JSON.readTree(town.sees(town.doctor(doctor), measure, period)).get("released");
    }

    private int stored(MeasureTown town) {
        return jdbc.sql("select count(*) from klyngeflow.measure_row where cluster_id = :cluster")
                .param("cluster", town.id())
                .query(Integer.class)
                .single();
    }

    private static byte[] resource(String name) throws IOException {
        try (var in = MeasureRoutesTest.class.getResourceAsStream("/benchmarks/" + name)) {
            return java.util.Objects.requireNonNull(in).readAllBytes();
        }
    }
}
