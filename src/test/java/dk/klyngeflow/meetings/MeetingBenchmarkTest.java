package dk.klyngeflow.meetings;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.TestParts;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What one meeting with 29 members costs from the wish to closed, beside a bare engine with multi-instance tasks: interleaved rounds in one
 * run, on one durable PostgreSQL. Writes {@code target/bench/meeting.md}. {@code -Dquick} for a short look.
 */
@KlyngeflowTest
@Tag("bench")
class MeetingBenchmarkTest {

    private static final Logger LOG = LoggerFactory.getLogger(MeetingBenchmarkTest.class);
    private static final boolean QUICK = System.getProperty("quick") != null;
    private static final int ROUNDS = QUICK ? 3 : 9;
    private static final int MEMBERS = 29;
    private static final int WORST = 12;

    @Autowired
    MeasuredMeeting ours;

    @Autowired
    JdbcClient jdbc;

    private final List<String> report = new ArrayList<>();

    @Test
    void measures() throws IOException {
        for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
            assertThat(jdbc.sql("show " + setting).query(String.class).single())
                    .as(setting)
                    .isEqualTo("on");
        }
        report.add("Durable PostgreSQL, history level full, "
                + Runtime.getRuntime().availableProcessors() + " processors, load at the start "
                + format(ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()) + "; " + ROUNDS
                + " interleaved rounds, median (min–max).");
        report.add("");
        List<Meter> our = new ArrayList<>();
        List<Meter> bare = new ArrayList<>();
        try (BareMeetings engine = new BareMeetings(TestParts.newDatabase(), MEMBERS)) {
            // what both read once and keep
            ours.hold(MEMBERS, new Meter());
            engine.hold(new Meter());
            for (int round = 0; round < ROUNDS; round++) {
                Meter one = new Meter();
                ours.hold(MEMBERS, one);
                our.add(one);
                Meter other = new Meter();
                engine.hold(other);
                bare.add(other);
            }
            assertThat(engine.ended()).isEqualTo(ROUNDS + 1L);
        }
        table(our, bare);
        assertThat(our)
                .as("no loop has come back")
                .allSatisfy(meter -> assertThat(meter.allStatements()).isLessThan(1_200));
        theWorst();
        report.forEach(LOG::info);
        Path file = Path.of("target", "bench", "meeting.md");
        Files.createDirectories(file.getParent());
        Files.write(file, report);
    }

    private void table(List<Meter> our, List<Meter> bare) {
        report.add(
                "| one meeting, " + MEMBERS + " members | ours: statements | ours: ms | bare: statements | bare: ms |");
        report.add("|---|---|---|---|---|");
        for (String phase : MeasuredMeeting.PHASES) {
            report.add("| " + phase + " | " + spread(our, meter -> meter.statements(phase)) + " | "
                    + spread(our, meter -> meter.millis(phase)) + " | "
                    + spread(bare, meter -> meter.statements(phase)) + " | "
                    + spread(bare, meter -> meter.millis(phase)) + " |");
        }
        report.add("| **all** | " + spread(our, Meter::allStatements) + " | " + spread(our, Meter::allMillis) + " | "
                + spread(bare, Meter::allStatements) + " | " + spread(bare, Meter::allMillis) + " |");
    }

    /** The statements that a meeting sends most often: where a loop hides. */
    private void theWorst() {
        Meter one = new Meter();
        ours.hold(MEMBERS, one);
        Map<String, Long> counts = one.sent().stream()
                .collect(Collectors.groupingBy(
                        sql -> sql.substring(0, Math.min(160, sql.length())), Collectors.counting()));
        counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder()))
                .limit(WORST)
                .forEach(each -> LOG.info("{} × {}", each.getValue(), each.getKey()));
    }

    private static String spread(List<Meter> meters, ToDoubleFunction<Meter> value) {
        List<Double> values = meters.stream().map(value::applyAsDouble).sorted().toList();
        double least = values.get(0);
        double most = values.get(values.size() - 1);
        double median = values.get(values.size() / 2);
        return least == most ? format(median) : format(median) + " (" + format(least) + "–" + format(most) + ")";
    }

    private static String format(double value) {
        boolean isWhole = value == Math.rint(value);
        return String.format(Locale.ROOT, isWhole || value >= 100 ? "%.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }
}
