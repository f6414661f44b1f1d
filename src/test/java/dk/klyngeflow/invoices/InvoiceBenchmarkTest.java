package dk.klyngeflow.invoices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.Node;
import dk.klyngeflow.TestParts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What our own work costs beside a bare engine with the same diagram: interleaved rounds in one run, on one durable PostgreSQL. Writes
 * {@code target/bench/benchmarks.md}. {@code -Dquick} for a short look.
 */
@KlyngeflowTest
@Tag("bench")
class InvoiceBenchmarkTest {

    private static final Logger LOG = LoggerFactory.getLogger(InvoiceBenchmarkTest.class);
    private static final boolean QUICK = System.getProperty("quick") != null;
    private static final int ROUNDS = 5;
    private static final int INVOICES = QUICK ? 5 : 30;
    private static final int QUERIES = QUICK ? 20 : 200;
    private static final int OPEN_TASKS = QUICK ? 20 : 300;
    private static final int STARTS = QUICK ? 1 : 5;

    @Autowired
    InvoiceStory story;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identities;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    private final List<String> report = new ArrayList<>();
    private int number;

    @Test
    void measures() throws IOException {
        settingsAreDurable();
        report.add("| what | ours: median (min–max) | bare: median (min–max) | ours/bare |");
        report.add("|---|---|---|---|");
        invoicesFromEndToEnd();
        theListOfTasks();
        startAndMemory();
        report.forEach(LOG::info);
        Path file = Path.of("target", "bench", "benchmarks.md");
        Files.createDirectories(file.getParent());
        Files.write(file, report);
    }

    private void settingsAreDurable() {
        List<String> settings = new ArrayList<>();
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            String value = jdbc.sql("show " + setting).query(String.class).single();
            settings.add(setting + "=" + value);
            assertThat(value).as(setting).isEqualTo("on");
        }
        report.add("PostgreSQL: " + String.join(", ", settings) + "; history level full; "
                + Runtime.getRuntime().availableProcessors() + " processors; load at the start "
                + format(java.lang.management.ManagementFactory.getOperatingSystemMXBean()
                        .getSystemLoadAverage())
                + "; " + ROUNDS + " interleaved rounds of " + INVOICES + " invoices.");
        report.add("");
    }

    private void invoicesFromEndToEnd() {
        List<Double> ours = new ArrayList<>();
        List<Double> bare = new ArrayList<>();
        List<Double> ourSql = new ArrayList<>();
        List<Double> bareSql = new ArrayList<>();
        List<Double> intake = new ArrayList<>();
        try (BareEngine engine = new BareEngine(TestParts.newDatabase())) {
            story.aClusterWithItsOwnAccount();
            invoice();
            engine.invoice();
            for (int round = 0; round < ROUNDS; round++) {
                long sql = CountedSql.soFar();
                long start = System.nanoTime();
                long reading = 0;
                for (int i = 0; i < INVOICES; i++) {
                    reading += invoice();
                }
                ours.add(INVOICES / seconds(start));
                intake.add(reading / 1e6 / INVOICES);
                ourSql.add((CountedSql.soFar() - sql) / (double) INVOICES);
                sql = CountedSql.soFar();
                start = System.nanoTime();
                for (int i = 0; i < INVOICES; i++) {
                    engine.invoice();
                }
                bare.add(INVOICES / seconds(start));
                bareSql.add((CountedSql.soFar() - sql) / (double) INVOICES);
            }
            assertThat(engine.ended()).isEqualTo(1L + (long) ROUNDS * INVOICES);
        }
        row("invoices per second, file to paid", ours, bare);
        row("of which ms per invoice to keep, read, check by the official rules and start", intake, List.of());
        row("SQL statements per invoice, file to paid", ourSql, bareSql);
    }

    /** @return nanoseconds until it was taken in */
    private long invoice() {
        long start = System.nanoTime();
        story.arrives(SmallInvoice.SAMPLE, SmallInvoice.numbered("B-" + ++number));
        long taken = System.nanoTime() - start;
        story.secretaryChecks("2100");
        story.coordinatorApproves();
        story.dueJobsRun();
        story.isPaid("kasserer");
        story.hasEnded();
        return taken;
    }

    private void theListOfTasks() {
        story.aClusterWithItsOwnAccount();
        for (int i = 0; i < OPEN_TASKS; i++) {
            story.arrives("f.pdf", DuplicatesTest.pdf());
        }
        String person = story.person("sekretaer");
        List<String> groups = identities.createGroupQuery().groupMember(person).list().stream()
                .map(Group::getId)
                .toList();
        List<Double> with = new ArrayList<>();
        List<Double> without = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            identities.setAuthentication(person, groups, List.of(story.cluster()));
            try {
                with.add(listing(person));
            } finally {
                identities.clearAuthentication();
            }
            without.add(listing(person));
        }
        row("ms for the first page of my tasks (" + OPEN_TASKS + " open), rights asked / not asked", with, without);
    }

    private double listing(String person) {
        long start = System.nanoTime();
        for (int i = 0; i < QUERIES; i++) {
            assertThat(tasks.createTaskQuery()
                            .taskAssignee(person)
                            .orderByDueDate()
                            .asc()
                            .listPage(0, 15))
                    .hasSize(15);
        }
        return (System.nanoTime() - start) / 1e6 / QUERIES;
    }

    private void startAndMemory() throws IOException {
        List<Double> toHealthy = new ArrayList<>();
        List<Double> resident = new ArrayList<>();
        for (int start = 0; start < STARTS; start++) {
            Node node = new Node(
                    Path.of("target", "bench"),
                    List.of("-Xmx256m"),
                    Map.of(
                            "spring.datasource.url", environment.getRequiredProperty("spring.datasource.url"),
                            "spring.datasource.username", "postgres",
                            "spring.datasource.password", "postgres",
                            "camunda.bpm.job-execution.enabled", "false",
                            "klyngeflow.schedules", "false",
                            "spring.mail.port", environment.getRequiredProperty("spring.mail.port")));
            try {
                long began = System.nanoTime();
                node.start();
                await().atMost(Duration.ofMinutes(4))
                        .pollInterval(Duration.ofMillis(50))
                        .until(node::isHealthy);
                toHealthy.add(seconds(began));
                residentMegabytes(node.pid()).forEach(resident::add);
            } finally {
                node.kill();
            }
        }
        row("s from java to healthy (second start on its database, class path, no CDS)", toHealthy, List.of());
        row("MiB resident when healthy (-Xmx256m, SerialGC)", resident, List.of());
    }

    private static List<Double> residentMegabytes(long pid) throws IOException {
        return Files.readAllLines(Path.of("/proc", String.valueOf(pid), "status")).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .map(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .toList();
    }

    private void row(String what, List<Double> ours, List<Double> bare) {
        String ratio = bare.isEmpty() ? "" : format(median(ours) / median(bare));
        report.add("| " + what + " | " + spread(ours) + " | " + spread(bare) + " | " + ratio + " |");
    }

    private static String spread(List<Double> values) {
        return values.isEmpty()
                ? "–"
                : format(median(values)) + " (" + format(Collections.min(values)) + "–"
                        + format(Collections.max(values)) + ")";
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElse(Double.NaN);
    }

    private static String format(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }
}
