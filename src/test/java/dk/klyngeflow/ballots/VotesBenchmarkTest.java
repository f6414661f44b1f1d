package dk.klyngeflow.ballots;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.invoices.CountedSql;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Forty clusters vote on one evening: 4,000 votes over HTTP, each from the code in the mail to the receipt, by people who press at the same
 * time; beside it, in turn, the floor: one sealed row written by hand-made SQL in a transaction of its own. Writes
 * {@code target/bench/votes.md}.
 */
@KlyngeflowTest
@Tag("bench")
class VotesBenchmarkTest {

    private static final Logger LOG = LoggerFactory.getLogger(VotesBenchmarkTest.class);
    private static final boolean QUICK = System.getProperty("quick") != null;
    private static final int CLUSTERS = QUICK ? 8 : 40;
    private static final int VOTERS = 100;
    private static final int ROUNDS = 5;
    private static final int AT_ONCE = 16;

    @Autowired
    VotingTown town;

    @Autowired
    JdbcClient jdbc;

    /** One person at her link: how long each of the three presses took her, in ms. */
    private record Vote(double looks, double chooses, double confirms, int receipts) {}

    private record Voter(String code, String candidate) {}

    @Test
    void measures() throws Exception {
        List<List<Voter>> rounds = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            rounds.add(new ArrayList<>());
        }
        List<String> ballots = new ArrayList<>();
        for (int number = 0; number < CLUSTERS; number++) {
            String cluster = town.cluster(VOTERS, false);
            String ballot = town.openBallot(cluster, VOTERS, 4, 1);
            ballots.add(ballot);
            List<String> members = VotingTown.members(cluster, VOTERS);
            for (int i = 0; i < VOTERS; i++) {
                rounds.get(i % ROUNDS).add(new Voter(town.code(cluster, ballot, members.get(i)), members.get(i % 4)));
            }
        }
        jdbc.sql("create table floor_envelope (ballot text, voter text, sealed bytea, primary key (ballot, voter))")
                .update();
        warmUp();

        List<Vote> votes = new ArrayList<>();
        List<Double> floor = new ArrayList<>();
        List<Double> perSecond = new ArrayList<>();
        List<Double> statements = new ArrayList<>();
        for (List<Voter> round : rounds) {
            Collections.shuffle(round, new java.util.Random(round.size()));
            long sql = CountedSql.soFar();
            long begun = System.nanoTime();
            votes.addAll(atOnce(round, this::votes));
            perSecond.add(round.size() / ((System.nanoTime() - begun) / 1e9));
            statements.add((CountedSql.soFar() - sql) / (double) round.size());
            floor.addAll(atOnce(round, this::writesARow));
        }

        assertThat(votes).hasSize(CLUSTERS * VOTERS).allMatch(vote -> vote.receipts() == 1);
        for (String ballot : ballots) {
            assertThat(jdbc.sql("select count(*) from klyngeflow.ballot_envelope where ballot_id = ?")
                            .param(ballot)
                            .query(Long.class)
                            .single())
                    .isEqualTo(VOTERS);
        }
        report(votes, floor, perSecond, statements);
    }

    private void warmUp() throws Exception {
        String cluster = town.cluster(VOTERS, false);
        String ballot = town.openBallot(cluster, VOTERS, 4, 1);
        List<Voter> voters = VotingTown.members(cluster, VOTERS).stream()
                .map(member -> new Voter(town.code(cluster, ballot, member), cluster + "-m01"))
                .toList();
        atOnce(voters, this::votes);
        atOnce(voters, this::writesARow);
    }

    private Vote votes(Voter voter) {
        long start = System.nanoTime();
        assertThat(town.look(voter.code()).statusCode()).isEqualTo(200);
        long looked = System.nanoTime();
        assertThat(town.choose(voter.code(), voter.candidate()).statusCode()).isEqualTo(200);
        long chosen = System.nanoTime();
        String receipt = town.confirm(voter.code(), voter.candidate()).body();
        long confirmed = System.nanoTime();
        return new Vote(
                (looked - start) / 1e6,
                (chosen - looked) / 1e6,
                (confirmed - chosen) / 1e6,
                receipt.contains("Din kvittering er ") ? 1 : 0);
    }

    private double writesARow(Voter voter) {
        long start = System.nanoTime();
        jdbc.sql("""
                        insert into floor_envelope (ballot, voter, sealed) values (:ballot, :voter, :sealed)
                        on conflict (ballot, voter) do update set sealed = excluded.sealed""")
                .param("ballot", voter.candidate())
                .param("voter", voter.code())
                .param("sealed", new byte[Seal.SEALED_BYTES])
                .update();
        return (System.nanoTime() - start) / 1e6;
    }

    private interface Act<T> {
        T of(Voter voter);
    }

    private static <T> List<T> atOnce(List<Voter> voters, Act<T> act) throws InterruptedException, ExecutionException {
        ConcurrentLinkedQueue<Voter> waiting = new ConcurrentLinkedQueue<>(voters);
        ConcurrentLinkedQueue<T> done = new ConcurrentLinkedQueue<>();
        ExecutorService people = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < AT_ONCE; i++) {
                all.add(people.submit(() -> {
                    for (Voter next = waiting.poll(); next != null; next = waiting.poll()) {
                        done.add(act.of(next));
                    }
                }));
            }
            for (Future<?> each : all) {
                each.get();
            }
        } finally {
            people.shutdownNow();
        }
        return List.copyOf(done);
    }

    private static void report(List<Vote> votes, List<Double> floor, List<Double> perSecond, List<Double> statements)
            throws IOException {
        List<String> report = new ArrayList<>();
        report.add(votes.size() + " votes of " + CLUSTERS + " clusters, " + AT_ONCE + " people at once, " + ROUNDS
                + " interleaved rounds; ms");
        report.add("");
        report.add("| press | median | p95 | longest |");
        report.add("|---|---|---|---|");
        report.add(line("opens her link", votes.stream().map(Vote::looks).toList()));
        report.add(line(
                "chooses and looks again", votes.stream().map(Vote::chooses).toList()));
        report.add(line(
                "confirms and reads her receipt",
                votes.stream().map(Vote::confirms).toList()));
        report.add(line("floor: one row, one transaction", floor));
        report.add("");
        report.add("votes per second " + spread(perSecond) + "; statements per vote, all three presses "
                + spread(statements));
        report.forEach(LOG::info);
        Path file = Path.of("target", "bench", "votes.md");
        Files.createDirectories(file.getParent());
        Files.write(file, report);
    }

    private static String line(String what, List<Double> times) {
        List<Double> sorted = times.stream().sorted().toList();
        return "| " + what + " | " + format(sorted.get(sorted.size() / 2)) + " | "
                + format(sorted.get(sorted.size() * 95 / 100)) + " | " + format(sorted.get(sorted.size() - 1)) + " |";
    }

    private static String spread(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return format(sorted.get(sorted.size() / 2)) + " (" + format(sorted.get(0)) + "–"
                + format(sorted.get(sorted.size() - 1)) + ")";
    }

    private static String format(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
