package dk.klyngeflow.keyfigures;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.security.Browser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The pages of figures and of accounts of a cluster with ten years behind it, beside those of one in its first year, in turn; both among
 * clusters as old. Writes {@code target/bench/key-figures.md}.
 */
@KlyngeflowTest
@Tag("bench")
class KeyFiguresBenchmarkTest {

    private static final Logger LOG = LoggerFactory.getLogger(KeyFiguresBenchmarkTest.class);
    private static final boolean QUICK = System.getProperty("quick") != null;
    private static final int OLD = Integer.getInteger("clusters", QUICK ? 6 : 120);
    private static final int ROUNDS = QUICK ? 30 : 240;
    private static final int YEARS = 10;
    private static final double MILLION = 1_000_000.0;

    @LocalServerPort
    int port;

    @Autowired
    YearsOfCases years;

    @Autowired
    KeptYears kept;

    @Autowired
    JdbcTemplate jdbc;

    @Test
    void measures() throws IOException {
        List<String> report = new ArrayList<>();
        String young = years.cluster(1);
        String old = years.cluster(YEARS);
        Browser admin = Browser.loggedIn(port, "admin", "admin");
        // before the others come: the administrator's page of two clusters
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("klyngens tal, year 1", "/noegletal/" + young);
        pages.put("klyngens tal, year 10", "/noegletal/" + old);
        pages.put("accounts, year 1", "/regnskab/" + young);
        pages.put("accounts, year 10", "/regnskab/" + old);
        for (int cluster = 1; cluster < OLD; cluster++) {
            years.cluster(YEARS);
        }
        jdbc.execute("analyze");
        kept.keep();
        pages.put("across " + (OLD + 1) + " clusters", "/noegletal");
        Map<String, List<Double>> times = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            boolean isWarm = round >= ROUNDS / 3;
            pages.forEach((name, path) -> {
                long began = System.nanoTime();
                assertThat(admin.get(path).statusCode()).isEqualTo(200);
                double took = (System.nanoTime() - began) / MILLION;
                if (isWarm) {
                    times.computeIfAbsent(name, each -> new ArrayList<>()).add(took);
                }
            });
        }
        report.add("| page | ms, median | p95 | longest |\n|---|---|---|---|");
        times.forEach((name, all) -> {
            List<Double> sorted = all.stream().sorted().toList();
            report.add(String.format(
                    Locale.ROOT,
                    "| %s | %.1f | %.1f | %.1f |",
                    name,
                    sorted.get(sorted.size() / 2),
                    sorted.get((int) (sorted.size() * 0.95)),
                    sorted.get(sorted.size() - 1)));
        });
        report.add("meetings " + jdbc.queryForObject("select count(*) from klyngeflow.meeting", Long.class) + ", bills "
                + jdbc.queryForObject("select count(*) from klyngeflow.invoice", Long.class) + ", entries "
                + jdbc.queryForObject("select count(*) from klyngeflow.entry", Long.class) + ", mails "
                + jdbc.queryForObject("select count(*) from klyngeflow.mail_outbox", Long.class));
        report.forEach(LOG::info);
        Files.createDirectories(Path.of("target", "bench"));
        Files.write(Path.of("target", "bench", "key-figures.md"), report);
    }
}
