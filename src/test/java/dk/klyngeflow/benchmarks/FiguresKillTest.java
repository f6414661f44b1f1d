package dk.klyngeflow.benchmarks;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dk.klyngeflow.Journal;
import dk.klyngeflow.Killing;
import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.Node;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.dataorders.DataSettings;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.links.Links;
import dk.klyngeflow.members.ClusterRegister;
import dk.klyngeflow.members.ClusterSettings;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The application is killed again and again while figures are imported and frozen and names are withdrawn. What was acknowledged is on
 * disk, and is held against the tables when all is quiet: no half version, no set twice, no name after its withdrawal.
 */
@KlyngeflowTest
@Tag("kill")
class FiguresKillTest {

    private static final Logger LOG = LoggerFactory.getLogger(FiguresKillTest.class);
    private static final int PRACTICES = 12;
    private static final int CLERKS = 3;
    private static final Duration COLLECTED = Duration.ofMinutes(2);

    @Autowired
    ClusterRegister register;

    @Autowired
    ClusterSettings settings;

    @Autowired
    Measures measures;

    @Autowired
    MeasureConsents consents;

    @Autowired
    ReleasedSets sets;

    @Autowired
    Links links;

    @Autowired
    CopenhagenTime time;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Environment environment;

    private final Journal journal = new Journal(Path.of("target", "kill", "figures.txt"));
    private final AtomicBoolean noMore = new AtomicBoolean();
    private final Set<MeasureTown> towns = ConcurrentHashMap.newKeySet();

    @Test
    void noHalfVersionNoSetTwiceAndNoNameAfterItsWithdrawal() throws Exception {
        clock.set(Clock.systemUTC().instant());
        Node node = Node.beside(environment, Path.of("target", "kill"), java.util.Map.of());
        ExecutorService people = Executors.newFixedThreadPool(CLERKS);
        List<Future<?>> working = new ArrayList<>();
        try {
            for (int clerk = 0; clerk < CLERKS; clerk++) {
                working.add(
                        people.submit(new ClerkOfFigures(() -> town(node), this::code, node.port(), journal, noMore)));
            }
            Killing.againAndAgain(node, journal);
            node.start();
            noMore.set(true);
            for (Future<?> clerk : working) {
                clerk.get(8, TimeUnit.MINUTES);
            }
            await().atMost(COLLECTED.plusMinutes(4))
                    .pollInterval(Duration.ofSeconds(2))
                    .untilAsserted(() -> assertThat(all("select period from klyngeflow.measure_freeze", ""))
                            .as("what was collected is frozen when it is due")
                            .isEmpty());
        } finally {
            noMore.set(true);
            node.kill();
            people.shutdownNow();
        }
        assertThat(lines("NAMED")).as("shown after the withdrawal").isEmpty();
        assertThat(lines("ENDED")).isNotEmpty();
        towns.forEach(this::everyVersionIsWhole);
        lines("ENDED").forEach(line -> everySetIsFrozenOnce(line.get(1)));
        lines("WITHDRAWN").forEach(this::theNameIsGone);
        LOG.info(
                "{} kills: {}",
                Killing.KILLS,
                new TreeMap<>(journal.lines().stream().collect(groupingBy(line -> line.get(0), counting()))));
    }

    /** Twelve rows, or the five that differ; and each set has a row of each practice. */
    private void everyVersionIsWhole(MeasureTown town) {
        assertThat(all("""
                        select r.period || ' ' || count(*) from klyngeflow.measure_import i
                        left join klyngeflow.measure_row r using (cluster_id, import_no)
                        where i.cluster_id = :cluster group by i.import_no, r.period order by i.import_no""", town.id()))
                .isSubsetOf("2026K1 12", "2025K4 12", "2026K1 5")
                .doesNotHaveDuplicates();
        assertThat(all("""
                        select distinct count(f.provider_number)::text from klyngeflow.released_set s
                        left join klyngeflow.frozen_row f using (cluster_id, measure_id, period, set_no)
                        where s.cluster_id = :cluster group by s.period, s.set_no""", town.id())).as("rows of the sets of %s", town.id()).isSubsetOf("12");
    }

    private void everySetIsFrozenOnce(String cluster) {
        assertThat(all(
                        "select period || ' ' || set_no from klyngeflow.released_set where cluster_id = :cluster order by 1",
                        cluster))
                .containsExactly("2025K4 1", "2026K1 1", "2026K1 2");
        assertThat(all("select count(*)::text from klyngeflow.measure_import where cluster_id = :cluster", cluster))
                .containsExactly("3");
    }

    private void theNameIsGone(List<String> line) {
        assertThat(consents.saying(line.get(1), ClerkOfFigures.MEASURE, MeasureConsents.Kind.NAME, true))
                .doesNotContain(line.get(2));
    }

    /** All want to be named; what is read of the last quarter of 2025 is collected until a moment from now. */
    private MeasureTown town(Node node) {
        MeasureTown town = MeasureTown.of(
                node.port(),
                register,
                IntStream.range(0, PRACTICES)
                        .mapToObj(at -> "%06d".formatted(972000 + at))
                        .toList());
        settings.set(town.id(), DataSettings.OPEN, true, time.today(), "test");
        measures.adopt(town.id(), measures.known(town.id(), ClerkOfFigures.MEASURE), "test");
        for (int at = 0; at < PRACTICES; at++) {
            consents.answer(
                    town.id(),
                    ClerkOfFigures.MEASURE,
                    town.provider(at),
                    MeasureConsents.Kind.NAME,
                    true,
                    town.doctor(at));
        }
        sets.waitUntil(
                town.id(),
                List.of(new MeasuredPeriod(ClerkOfFigures.MEASURE, "2025K4")),
                Clock.systemUTC().instant().plus(COLLECTED));
        towns.add(town);
        return town;
    }

    private String code(MeasureTown town, int doctor) {
        String id = links.of(town.id(), FiguresLink.PURPOSE, ClerkOfFigures.MEASURE, town.doctor(doctor));
        return links.url(town.id(), id).orElseThrow().replaceFirst(".*#", "");
    }

    private List<List<String>> lines(String what) {
        return journal.lines().stream().filter(line -> line.get(0).equals(what)).toList();
    }

    private List<String> all(String sql, String cluster) {
        return jdbc.sql(sql).param("cluster", cluster).query(String.class).list();
    }
}
