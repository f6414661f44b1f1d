package dk.klyngeflow.meetings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.Node;
import dk.klyngeflow.TestClock;
import dk.klyngeflow.mail.ScriptedSmtp;
import dk.klyngeflow.mail.ScriptedSmtp.Accepted;
import dk.klyngeflow.mail.ScriptedSmtp.Moment;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Every cluster calls its members on the same day: two nodes send, one of them is killed in the middle and stays dead, and the mail server
 * asks every fiftieth recipient to wait. Locks and leases are those of production.
 */
@KlyngeflowTest
@Tag("kill")
class InvitationsAtOnceTest {

    private static final Logger LOG = LoggerFactory.getLogger(InvitationsAtOnceTest.class);
    private static final int CLUSTERS = Integer.getInteger("klyngeflow.clusters", 120);
    private static final int MEMBERS = 29;
    private static final int ALL = CLUSTERS * MEMBERS;
    private static final Duration BAR = Duration.ofMinutes(15);
    private static final String OURS = "cluster_id like 'indkald%' and purpose = 'meeting-invitation'";

    @Autowired
    MeetingTown town;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    Environment environment;

    @Test
    void areSentInTimeThoughANodeIsKilled() throws IOException {
        clock.set(Clock.systemUTC().instant());
        List<String> clusters = IntStream.rangeClosed(1, CLUSTERS)
                .mapToObj(number -> "indkald" + number)
                .toList();
        clusters.forEach(cluster -> town.open(cluster, MEMBERS, false));
        try (ScriptedSmtp server = new ScriptedSmtp()) {
            Set<String> askedToWait = ConcurrentHashMap.newKeySet();
            server.behave((moment, to) ->
                    moment == Moment.RCPT && Math.floorMod(to.hashCode(), 50) == 0 && askedToWait.add(to)
                            ? "451 4.2.0 try again later"
                            : ScriptedSmtp.OK);
            Node dies = node(server);
            Node lives = node(server);
            try {
                for (Node node : List.of(dies, lives)) {
                    node.start();
                    await().atMost(Duration.ofMinutes(5)).until(node::isHealthy);
                }
                double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
                long start = System.nanoTime();
                clusters.forEach(town::isToBeInvitedTo);
                await().atMost(BAR)
                        .pollInterval(Duration.ofMillis(50))
                        .until(() -> server.accepted().size() >= ALL / 2);
                dies.kill();
                int atTheKill = server.accepted().size();
                await().atMost(BAR).pollInterval(Duration.ofMillis(500)).until(() -> sent() == ALL);
                Duration took = Duration.ofNanos(System.nanoTime() - start);
                List<Accepted> accepted = server.accepted();
                noneIsLostOrHasTwoIds(accepted);
                assertThat(askedToWait).isNotEmpty();
                report(
                        "%d invitations sent in %d s, one of two nodes killed after %d; %d recipients asked to wait a minute; "
                                        .formatted(ALL, took.toSeconds(), atTheKill, askedToWait.size())
                                + "%d came twice with the same Message-ID; load at the start %.1f"
                                        .formatted(accepted.size() - ALL, load));
                assertThat(took).isLessThan(BAR);
            } finally {
                dies.kill();
                lives.kill();
            }
        }
        clusters.forEach(cluster -> assertThat(town.incidents(cluster)).isZero());
    }

    /** One that uses the delivered locks and leases. */
    private Node node(ScriptedSmtp server) {
        return new Node(
                Path.of("target", "kill"),
                List.of("-Xmx500m"),
                Map.of(
                        "spring.datasource.url",
                        environment.getRequiredProperty("spring.datasource.url"),
                        "spring.datasource.username",
                        "postgres",
                        "spring.datasource.password",
                        "postgres",
                        "spring.mail.port",
                        String.valueOf(server.port())));
    }

    private long sent() {
        return jdbc.sql("select count(*) from klyngeflow.mail_outbox where state = 'SENT' and " + OURS)
                .query(Long.class)
                .single();
    }

    private void noneIsLostOrHasTwoIds(List<Accepted> accepted) {
        Map<String, String> written = new HashMap<>();
        jdbc.sql("select message_id, p.mail from klyngeflow.mail_outbox o join klyngeflow.person p on p.person_id ="
                        + " o.recipient_person where " + OURS)
                .query(row -> {
                    written.put(row.getString("mail"), row.getString("message_id"));
                });
        assertThat(written).hasSize(ALL);
        Map<String, Set<String>> came = accepted.stream()
                .collect(Collectors.groupingBy(
                        Accepted::recipient,
                        Collectors.mapping(Accepted::messageId, Collectors.toCollection(TreeSet::new))));
        assertThat(came.keySet()).isEqualTo(written.keySet());
        came.forEach((recipient, ids) -> assertThat(ids).containsExactly(written.get(recipient)));
        assertThat(accepted.size() - ALL)
                .as("only the one mail that was under way when the node died may have come twice")
                .isBetween(0, 1);
        assertThat(jdbc.sql("select count(*) from klyngeflow.mail_outbox where " + OURS)
                        .query(Integer.class)
                        .single())
                .as("nobody was called twice")
                .isEqualTo(ALL);
    }

    private static void report(String line) throws IOException {
        LOG.info(line);
        Path file = Path.of("target", "bench", "invitations.txt");
        Files.createDirectories(file.getParent());
        Files.writeString(file, line + "\n");
    }
}
