package dk.klyngeflow.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.invoices.CountedSql;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.members.ClusterRegister;
import dk.klyngeflow.security.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The pages of figures of 115 clusters with four measures, twelve quarters and twelve practices each, whole pages over HTTP in turn, and
 * a file of 10,000 rows looked at and taken. Writes {@code target/bench/figures.md}.
 */
@KlyngeflowTest
@Tag("bench")
class FiguresBenchmarkTest {

    private static final Logger LOG = LoggerFactory.getLogger(FiguresBenchmarkTest.class);
    private static final boolean QUICK = System.getProperty("quick") != null;
    private static final int CLUSTERS = Integer.getInteger("clusters", QUICK ? 6 : 115);
    private static final int ROUNDS = QUICK ? 40 : 200;
    private static final int IMPORTS = QUICK ? 3 : 7;
    private static final double MILLION = 1_000_000.0;
    private static final LocalDate DAY = LocalDate.of(2024, 5, 14);

    @LocalServerPort
    int port;

    @Autowired
    ClusterRegister register;

    @Autowired
    Meetings meetings;

    @Autowired
    Links links;

    @Autowired
    JdbcTemplate jdbc;

    private final Map<String, List<Double>> times = new LinkedHashMap<>();
    private final Map<String, Long> statements = new LinkedHashMap<>();

    private record Visitor(Browser doctor, Browser phone, Map<String, String> pages) {}

    @Test
    void measures() throws IOException {
        List<Visitor> visitors = new ArrayList<>();
        for (int cluster = 0; cluster < CLUSTERS; cluster++) {
            MeasureTown town = town(12);
            Meeting meeting = meetings.add(town.id(), "Måling 2", DAY, DAY, 120, town.id() + "@test", town.doctor(0));
            meetings.fixDate(town.id(), meeting.meetingId(), CopenhagenTime.at(DAY, LocalTime.of(16, 30)));
            assertThat(town.commits(town.years(4), "meeting=" + meeting.meetingId())
                            .statusCode())
                    .isEqualTo(201);
            // not everybody can be logged in at once
            if (cluster % Math.max(1, CLUSTERS / 10) == 0) {
                visitors.add(visitor(town, meeting));
            }
        }
        jdbc.execute("analyze");
        for (int round = 0; round < ROUNDS; round++) {
            Visitor visitor = visitors.get(round % visitors.size());
            boolean isWarm = round >= ROUNDS / 4;
            visitor.pages().forEach((name, path) -> {
                Browser browser = path.startsWith("/svar") ? visitor.phone() : visitor.doctor();
                time(
                        name,
                        isWarm,
                        () -> assertThat(browser.get(path).statusCode()).isEqualTo(200));
            });
        }
        for (int each = 0; each < IMPORTS; each++) {
            MeasureTown town = town(40);
            byte[] file = town.tenThousandLines();
            town.secretary();
            time(
                    "10,000 rows, looked at",
                    each > 0,
                    () -> assertThat(town.previews(file).statusCode()).isEqualTo(200));
            time(
                    "10,000 rows, taken and 250 sets frozen",
                    each > 0,
                    () -> assertThat(town.commits(file).statusCode()).isEqualTo(201));
        }
        report();
    }

    private Visitor visitor(MeasureTown town, Meeting meeting) {
        Map<String, String> pages = new LinkedHashMap<>();
        String id = links.of(town.id(), FiguresLink.PURPOSE, "maaling-1", town.doctor(3));
        String code = links.url(town.id(), id).orElseThrow().replaceFirst(".*#", "");
        Browser phone = Browser.anonymous(port);
        pages.put(
                "a practice's page by link",
                phone.submit("/svar", "code=" + code).uri().getPath());
        pages.put("the plenum's page, three measures", PlenumPage.path(town.id(), meeting.meetingId()));
        pages.put("the same with her own marks", PlenumPage.path(town.id(), meeting.meetingId()) + "?vis=mit");
        pages.put("a measure's page", "/tal/" + town.id() + "/maaling-1");
        pages.put("JSON of a measure and period", "/api/clusters/" + town.id() + "/measures/maaling-1/2025K4");
        return new Visitor(town.browser(town.doctor(3)), phone, pages);
    }

    private void time(String name, boolean counts, Runnable work) {
        long before = CountedSql.soFar();
        long began = System.nanoTime();
        work.run();
        double took = (System.nanoTime() - began) / MILLION;
        if (counts) {
            times.computeIfAbsent(name, each -> new ArrayList<>()).add(took);
            statements.merge(name, CountedSql.soFar() - before, Math::min);
        }
    }

    private void report() throws IOException {
        List<String> report = new ArrayList<>();
        report.add("| | statements | ms, median | p95 | longest |\n|---|---|---|---|---|");
        times.forEach((name, all) -> {
            List<Double> sorted = all.stream().sorted().toList();
            report.add(String.format(
                    Locale.ROOT,
                    "| %s | %d | %.1f | %.1f | %.1f |",
                    name,
                    statements.get(name),
                    sorted.get(sorted.size() / 2),
                    sorted.get((int) (sorted.size() * 0.95)),
                    sorted.get(sorted.size() - 1)));
        });
        report.add("rows " + jdbc.queryForObject("select count(*) from klyngeflow.measure_row", Long.class) + ", sets "
                + jdbc.queryForObject("select count(*) from klyngeflow.released_set", Long.class));
        report.forEach(LOG::info);
        Files.createDirectories(Path.of("target", "bench"));
        Files.write(Path.of("target", "bench", "figures.md"), report);
    }

    private MeasureTown town(int practices) {
        return MeasureTown.of(
                port,
                register,
                IntStream.range(0, practices)
                        .mapToObj(at -> "%06d".formatted(973000 + at))
                        .toList());
    }
}
