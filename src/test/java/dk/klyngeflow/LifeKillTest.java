package dk.klyngeflow;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/**
 * The application is killed again and again while clusters are founded, vote, are counted and hand their coordinator's post on. What was
 * acknowledged is on disk, and is held against protocols, posts and mailboxes when all is quiet: no vote, post or task is lost or doubled.
 */
@KlyngeflowTest
@Tag("kill")
class LifeKillTest {

    private static final Logger LOG = LoggerFactory.getLogger(LifeKillTest.class);
    private static final String OURS =
            "(cluster_id like 'klynge-stift%' or cluster_id like 'valgfald%' or cluster_id like 'skiftfald%')";

    private static final Pattern MARK =
            Pattern.compile("\"receipt\"\\s*:\\s*\"([^\"]+)\"\\s*,\\s*\"choice\"\\s*:\\s*\"([^\"]*)\"");

    @Autowired
    LifeTown town;

    @Autowired
    TestClock clock;

    @Autowired
    Environment environment;

    private final Journal journal = new Journal(Path.of("target", "kill", "life.txt"));
    private final AtomicBoolean noMore = new AtomicBoolean();
    private final Set<String> unsure = ConcurrentHashMap.newKeySet();

    @Test
    void noVotePostOrTaskIsLostOrDoubled() throws Exception {
        clock.set(Clock.systemUTC().instant());
        Node node = Node.beside(
                environment,
                Path.of("target", "kill"),
                Map.of(
                        "klyngeflow.ballots.key-dir",
                        Path.of(environment.getRequiredProperty("klyngeflow.ballots.key-dir"))
                                .toAbsolutePath()
                                .toString()));
        List<ClerkOfLife> clerks = List.of(
                new ClerkOfFoundings(town, node.port(), journal, "stiftfald", noMore),
                new ClerkOfElections(town, node.port(), journal, "valgfald", noMore, unsure, Killing.SEED),
                new ClerkOfElections(town, node.port(), journal, "valgfaldto", noMore, unsure, Killing.SEED + 1),
                new ClerkOfHandovers(town, node.port(), journal, "skiftfald", noMore));
        ExecutorService people = Executors.newFixedThreadPool(clerks.size());
        List<Future<?>> working = new ArrayList<>();
        try {
            clerks.forEach(clerk -> working.add(people.submit(clerk)));
            Killing.againAndAgain(node, journal);
            node.start();
            noMore.set(true);
            for (Future<?> clerk : working) {
                clerk.get(8, TimeUnit.MINUTES);
            }
            await().atMost(Duration.ofMinutes(3))
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(all("select mail_id::text from klyngeflow.mail_outbox where " + OURS
                                    + " and state not in ('SENT', 'NEEDLESS')"))
                            .isEmpty());
        } finally {
            noMore.set(true);
            node.kill();
            people.shutdownNow();
        }
        everyFoundingIsOneCluster();
        everyVoteIsCountedOnce();
        everyPostHasMovedOnce();
        everyTaskWasDoneOnce();
        everyMailWasWrittenOnceAndCame();
        LOG.info("{} kills: {}", Killing.KILLS, figures());
    }

    private void everyFoundingIsOneCluster() {
        List<List<String>> begun = lines("WISH");
        assertThat(begun).isNotEmpty();
        for (List<String> founding : lines("FOUNDING")) {
            String id = founding.get(1);
            assertThat(all(
                            "select f.cluster_id from klyngeflow.founding f join klyngeflow.person on person_id = founder_id"
                                    + " where mail = 'p0@" + founding.get(2) + ".example'"))
                    .as("one founding of %s", founding.get(2))
                    .containsExactly(id);
            assertThat(town.column(
                            "select post || ' ' || count(*) from klyngeflow.role_holder where cluster_id = :cluster"
                                    + " and until_day is null group by post order by post",
                            id))
                    .as(id)
                    .containsExactly("AUDITOR 1", "BOARD 1", "CHAIR 1", "COORDINATOR 1", "MEMBER 6", "TREASURER 1");
            assertThat(town.column("select count(*)::text from act_id_tenant where id_ = :cluster", id))
                    .containsExactly("1");
            assertThat(town.column("select provider_number from klyngeflow.practice where cluster_id = :cluster", id))
                    .hasSize(ClerkOfFoundings.PRACTICES)
                    .doesNotHaveDuplicates();
            assertThat(town.column("select status from klyngeflow.meeting where cluster_id = :cluster", id))
                    .as("one first meeting is proposed")
                    .hasSize(1);
            assertThat(town.column("""
                            select business_key_ from act_ru_execution
                            where tenant_id_ = :cluster and parent_id_ is null and business_key_ like '%/aar-____'""", id))
                    .as("one case for each year of %s", id)
                    .isNotEmpty()
                    .doesNotHaveDuplicates();
        }
    }

    /** The last that a voter has a receipt for is on the list with her choice, and there is no ballot more than voters. */
    private void everyVoteIsCountedOnce() {
        Map<String, String> last = new HashMap<>();
        for (List<String> line : lines("VOTE")) {
            String[] whoAndWhat = line.get(2).split("=", 2);
            last.put(line.get(1) + " " + whoAndWhat[0], whoAndWhat[1]);
        }
        assertThat(last).isNotEmpty();
        int certain = 0;
        for (String cluster : ended("valgfald")) {
            String protocol = String.valueOf(
                    town.one("select protocol from klyngeflow.ballot_count where cluster_id = :cluster", cluster));
            Matcher mark = MARK.matcher(protocol);
            Map<String, String> list = new TreeMap<>();
            while (mark.find()) {
                assertThat(list.put(mark.group(1), mark.group(2)))
                        .as("twice on the list")
                        .isNull();
            }
            assertThat(list).as("ballots of %s: %s", cluster, protocol).hasSize(ClerkOfElections.VOTERS);
            for (int voter = 1; voter <= ClerkOfElections.VOTERS; voter++) {
                String vote = last.getOrDefault(cluster + " -m" + voter, "");
                if (!vote.isEmpty() && !unsure.contains(cluster + " -m" + voter)) {
                    certain++;
                    String[] receiptAndChoice = vote.split(",", 2);
                    assertThat(list).as("%s of -m%s", cluster, voter).containsKey(receiptAndChoice[0]);
                    assertThat(String.valueOf(list.get(receiptAndChoice[0]))).isEqualTo(receiptAndChoice[1]);
                }
            }
            assertThat(town.column("select voter from klyngeflow.ballot_envelope where cluster_id = :cluster", cluster))
                    .as("envelopes are gone")
                    .isEmpty();
            assertThat(town.column(
                            "select ballot_id from klyngeflow.ballot_count where cluster_id = :cluster", cluster))
                    .as("counted once")
                    .hasSize(1);
            assertThat(town.column(
                            "select person_id from klyngeflow.nominee where cluster_id = :cluster and state = 'ACCEPTED'",
                            cluster))
                    .containsExactly(cluster + "-m2");
            assertThat(town.column("select successor from klyngeflow.handover where cluster_id = :cluster", cluster))
                    .as("handed over once")
                    .containsExactly(cluster + "-m2");
            oneCoordinatorEachDay(cluster);
        }
        assertThat(certain).isPositive();
    }

    private void everyPostHasMovedOnce() {
        for (String cluster : ended("skiftfald")) {
            assertThat(town.column(
                            "select person_id from klyngeflow.role_holder where cluster_id = :cluster and post = 'COORDINATOR'"
                                    + " and until_day is null",
                            cluster))
                    .containsExactly(cluster + "-m6");
            assertThat(town.column(
                            "select handover_id from klyngeflow.handover where cluster_id = :cluster and moved_at is not null",
                            cluster))
                    .hasSize(1);
            assertThat(town.column(
                            "select user_id_ from act_id_membership where group_id_ = :cluster || '.coordinator'",
                            cluster))
                    .containsExactly(cluster + "-m6");
            oneCoordinatorEachDay(cluster);
        }
    }

    private void oneCoordinatorEachDay(String cluster) {
        assertThat(town.column("""
                        select day::date::text from generate_series(current_date, current_date + 100, interval '1 day') day
                        where 1 <> (select count(*) from klyngeflow.role_holder
                          where cluster_id = :cluster and post = 'COORDINATOR' and from_day <= day
                            and (until_day is null or until_day > day))""", cluster))
                .as("days of %s without exactly one coordinator", cluster)
                .isEmpty();
    }

    private void everyTaskWasDoneOnce() {
        assertThat(
                        all(
                                "select tenant_id_ || ' ' || task_def_key_ from act_hi_taskinst where tenant_id_ like 'skiftfald%'"))
                .doesNotHaveDuplicates();
        assertThat(all("select distinct tenant_id_ || ' ' || delete_reason_ from act_hi_taskinst"
                        + " where tenant_id_ like 'skiftfald%' and delete_reason_ <> 'completed'"))
                .as("done by those whose they were")
                .isEmpty();
        ended("")
                .forEach(cluster ->
                        assertThat(town.incidents(cluster)).as(cluster).isZero());
    }

    private void everyMailWasWrittenOnceAndCame() {
        assertThat(all(
                        "select purpose || coalesce(case_key, '') || coalesce(recipient_person, recipient_address) || model::text"
                                + " || coalesce(link_id, '') from klyngeflow.mail_outbox where " + OURS))
                .doesNotHaveDuplicates();
        assertThat(town.postbox().all().keySet())
                .containsAll(
                        all("select message_id from klyngeflow.mail_outbox where " + OURS + " and state = 'SENT'"));
    }

    private List<String> ended(String name) {
        return lines("ENDED").stream()
                .map(line -> line.get(1))
                .filter(matter -> matter.startsWith(name))
                .toList();
    }

    private List<List<String>> lines(String what) {
        return journal.lines().stream().filter(line -> line.get(0).equals(what)).toList();
    }

    private List<String> all(String sql) {
        return town.column(sql, "");
    }

    private Map<String, Long> figures() {
        Map<String, Long> figures =
                new TreeMap<>(journal.lines().stream().collect(groupingBy(line -> line.get(0), counting())));
        figures.put("mails", (long) town.postbox().all().size());
        figures.put(
                "mails that came twice",
                town.postbox().all().values().stream()
                        .filter(all -> all.size() > 1)
                        .count());
        figures.put("elections ended", (long) ended("valgfald").size());
        figures.put("foundings ended", (long) ended("stiftfald").size());
        figures.put("handovers ended", (long) ended("skiftfald").size());
        return figures;
    }
}
