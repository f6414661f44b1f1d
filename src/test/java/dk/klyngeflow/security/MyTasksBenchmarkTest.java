package dk.klyngeflow.security;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.engine.Cases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What it costs a secretary of 40 among 120 clusters to be asked for her rights: as we ask, as the engine asks, and not asked at all, in
 * interleaved rounds. Writes {@code target/bench/my-tasks.md}.
 */
@KlyngeflowTest
@Tag("bench")
class MyTasksBenchmarkTest {

    private static final Logger LOG = LoggerFactory.getLogger(MyTasksBenchmarkTest.class);
    private static final boolean QUICK = System.getProperty("quick") != null;
    private static final int ROUNDS = QUICK ? 3 : 9;
    private static final int QUERIES = QUICK ? 5 : 50;
    private static final int CLUSTERS = 120;
    private static final int HERS = 40;
    private static final String PERSON = "sekretaer-40";

    @Autowired
    TwoClusters clusters;

    @Autowired
    Cases cases;

    @Autowired
    TaskService tasks;

    @Autowired
    IdentityService identities;

    @Autowired
    ProcessEngineConfigurationImpl engine;

    @Autowired
    JdbcTemplate jdbc;

    private final List<String> report = new ArrayList<>();

    @Test
    void measures() throws IOException {
        clusters.open();
        report.add(
                "| open tasks | | as we ask, ms | as the engine asks, ms | authorizations off, ms | nobody asked, ms | ours/authorizations off |");
        report.add("|---|---|---|---|---|---|---|");
        String key = "bench-" + UUID.randomUUID();
        cases.start("access-probe", TwoClusters.ONE, key, Map.of());
        String task = tasks.createTaskQuery()
                .processInstanceBusinessKey(key)
                .singleResult()
                .getId();
        int open = 1;
        for (int size : QUICK ? List.of(300, 5_000) : List.of(300, 50_000)) {
            more(task, open, size);
            open = size;
            compare(size, "first page of mine", () -> (long) tasks.createTaskQuery()
                    .taskAssignee(PERSON)
                    .orderByDueDate()
                    .asc()
                    .listPage(0, 15)
                    .size());
            compare(
                    size,
                    "how many are mine",
                    () -> tasks.createTaskQuery().taskAssignee(PERSON).count());
        }
        report.forEach(LOG::info);
        Path file = Path.of("target", "bench", "my-tasks.md");
        Files.createDirectories(file.getParent());
        Files.write(file, report);
    }

    /** Copies of one task over all clusters; half of what lies in hers is hers. */
    private void more(String task, int from, int to) {
        List<String> columns = jdbc.queryForList(
                "select column_name from information_schema.columns where table_schema = current_schema() and table_name = 'act_ru_task'",
                String.class);
        String values = columns.stream()
                .map(column -> switch (column) {
                    case "id_" -> "'bench-' || n";
                    case "assignee_" ->
                        "case when n / " + CLUSTERS + " % 2 = 0 and n % " + CLUSTERS + " < " + HERS + " then '" + PERSON
                                + "' else 'somebody' end";
                    case "tenant_id_" -> "'cluster-' || n % " + CLUSTERS;
                    case "due_date_" -> "now() + n * interval '1 minute'";
                    default -> column;
                })
                .reduce((left, right) -> left + ", " + right)
                .orElseThrow();
        jdbc.execute("insert into act_ru_task (" + String.join(", ", columns) + ") select " + values
                + " from act_ru_task, generate_series(" + from + ", " + (to - 1) + ") n where id_ = '" + task + "'");
        jdbc.execute("analyze act_ru_task");
    }

    private void compare(int size, String what, LongSupplier query) {
        SessionFactory ours = engine.getSessionFactories().get(AuthorizationManager.class);
        List<Double> asWeAsk = new ArrayList<>();
        List<Double> asTheEngineAsks = new ArrayList<>();
        Set<Long> found = new HashSet<>();
        List<Double> off = new ArrayList<>();
        List<Double> nobody = new ArrayList<>();
        for (int round = -1; round < ROUNDS; round++) {
            double we = asHer(() -> time(query, found));
            engine.getSessionFactories().put(AuthorizationManager.class, new EngineAsks());
            double theEngine = asHer(() -> time(query, found));
            engine.getSessionFactories().put(AuthorizationManager.class, ours);
            // the tenants are still asked for
            engine.setAuthorizationEnabled(false);
            double tenants = asHer(() -> time(query, found));
            engine.setAuthorizationEnabled(true);
            double none = time(query, found);
            if (round >= 0) {
                asWeAsk.add(we);
                asTheEngineAsks.add(theEngine);
                off.add(tenants);
                nobody.add(none);
            }
        }
        assertThat(found).as("the same is found each time").hasSize(1);
        report.add("| " + size + " | " + what + " (" + found.iterator().next() + ") | " + spread(asWeAsk) + " | "
                + spread(asTheEngineAsks) + " | " + spread(off) + " | " + spread(nobody) + " | "
                + format(median(asWeAsk) / median(off)) + " |");
    }

    private double asHer(DoubleSupplier work) {
        List<String> mine =
                IntStream.range(0, HERS).mapToObj(n -> "cluster-" + n).toList();
        List<String> groups = Stream.concat(Stream.of(Role.STAFF), mine.stream().map(Role.SECRETARY::group))
                .toList();
        identities.setAuthentication(PERSON, groups, mine);
        try {
            return work.getAsDouble();
        } finally {
            identities.clearAuthentication();
        }
    }

    private static double time(LongSupplier query, Set<Long> found) {
        long start = System.nanoTime();
        for (int i = 0; i < QUERIES; i++) {
            found.add(query.getAsLong());
        }
        return (System.nanoTime() - start) / 1e6 / QUERIES;
    }

    private static String spread(List<Double> values) {
        return format(median(values)) + " (" + format(Collections.min(values)) + "–" + format(Collections.max(values))
                + ")";
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
    }

    private static String format(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    /** The engine's own manager: what it did before. */
    private static final class EngineAsks implements SessionFactory {

        @Override
        public Class<?> getSessionType() {
            return AuthorizationManager.class;
        }

        @Override
        public Session openSession() {
            return new AuthorizationManager();
        }
    }
}
