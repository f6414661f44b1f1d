package dk.klyngeflow.ballots;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.TestParts;
import dk.klyngeflow.ballots.BallotRefused.Why;
import dk.klyngeflow.engine.DatabaseTime;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Votes in PostgreSQL, and what only a real database can get wrong: its own clock, races, a connection that is cut. */
class PostgresBallotsTest extends BallotContract {

    private static final int RACES = 200;

    private static com.zaxxer.hikari.HikariDataSource database;
    private static JdbcClient jdbc;

    private final PostgresBallots store = on(clock);

    @BeforeAll
    static void migrate() {
        database = new com.zaxxer.hikari.HikariDataSource();
        database.setJdbcUrl(TestParts.newDatabase());
        database.setUsername("postgres");
        database.setPassword("postgres");
        database.setMaximumPoolSize(20);
        Flyway.configure()
                .dataSource(database)
                .schemas("klyngeflow")
                .locations("classpath:db/migration")
                .load()
                .migrate();
        jdbc = JdbcClient.create(database);
    }

    @AfterAll
    static void close_() {
        database.close();
    }

    private static PostgresBallots on(Clock clock) {
        TransactionTemplate transaction = new TransactionTemplate(new DataSourceTransactionManager(database));
        return new PostgresBallots(jdbc, transaction, clock, DatabaseTime.of(clock));
    }

    @Override
    BallotStore store() {
        return store;
    }

    @Override
    void die() {
        jdbc.sql("select pg_terminate_backend(pg_backend_pid())").query().singleValue();
    }

    @Override
    Runnable backup(String ballotId) {
        List<Map<String, Object>> rows = jdbc.sql(
                        "select voter, sealed from klyngeflow.ballot_envelope where ballot_id = :ballot")
                .param("ballot", ballotId)
                .query()
                .listOfRows();
        return () -> {
            jdbc.sql("delete from klyngeflow.ballot_count where ballot_id = :ballot")
                    .param("ballot", ballotId)
                    .update();
            jdbc.sql("update klyngeflow.ballot set state = 'OPEN' where ballot_id = :ballot")
                    .param("ballot", ballotId)
                    .update();
            rows.forEach(row -> put(ballotId, row));
        };
    }

    private static void put(String ballotId, Map<String, Object> row) {
        jdbc.sql("""
                        insert into klyngeflow.ballot_envelope (cluster_id, ballot_id, voter, sealed)
                        values (:cluster, :ballot, :voter, :sealed)""")
                .param("cluster", CLUSTER)
                .param("ballot", ballotId)
                .params(row)
                .update();
    }

    @Override
    void damage(String ballotId, String voter) {
        jdbc.sql("""
                        update klyngeflow.ballot_envelope set sealed = set_byte(sealed, 200, get_byte(sealed, 200) # 1)
                        where ballot_id = :ballot and voter = :voter""").param("ballot", ballotId).param("voter", voter).update();
    }

    @Override
    void copyEnvelope(String ballotId, String from, String to) {
        jdbc.sql("""
                        insert into klyngeflow.ballot_envelope (cluster_id, ballot_id, voter, sealed)
                        select cluster_id, ballot_id, :to, sealed from klyngeflow.ballot_envelope
                        where ballot_id = :ballot and voter = :from""")
                .param("ballot", ballotId)
                .param("from", from)
                .param("to", to)
                .update();
    }

    @Override
    int envelopes(String ballotId) {
        return jdbc.sql("select count(*) from klyngeflow.ballot_envelope where ballot_id = :ballot")
                .param("ballot", ballotId)
                .query(Integer.class)
                .single();
    }

    @Test
    void b5TheDatabasesClockDecidesHoweverWrongTheMachinesIs() {
        for (Duration wrong : List.of(Duration.ofMinutes(-5), Duration.ofMinutes(5))) {
            Clock machine = Clock.offset(Clock.systemUTC(), wrong);
            ballots = on(on(machine), machine);
            String id = prepared(1, KeyMode.SERVER, "A", "B", "C");
            ballots.open(CLUSTER, id, roll(21), databaseNow().plusSeconds(60).toInstant());
            everyoneVotes(id, "A", "B", "A", "C", "A");
            assertRefused(Why.NOT_CLOSED_YET, () -> count(id));

            closeInDatabase(id, databaseNow().minusSeconds(1));

            assertRefused(Why.NOT_OPEN, () -> vote(id, "v01", "B"));
            assertRefused(Why.NOT_OPEN, () -> vote(id, "v06", "B"));
            assertThat(Objects.requireNonNull(count(id).counts()).votes()).isEqualTo(votes(3, 1, 1));
        }
    }

    @Test
    void b6InEveryRaceOfClosingAndVotingEveryAcceptedVoteCountsAndNoRefusedOne() throws Exception {
        Clock machine = Clock.systemUTC();
        ballots = on(on(machine), machine);
        ExecutorService threads = Executors.newFixedThreadPool(5);
        int taken = 0;
        int refused = 0;
        try {
            for (int race = 0; race < RACES; race++) {
                int accepted = race(threads, race % 20);
                taken += accepted;
                refused += 4 - accepted;
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(taken).as("votes that came in time").isPositive();
        assertThat(refused).as("votes that came too late").isPositive();
    }

    /** Four vote B while the vote closes and is counted. @return how many were told that theirs was taken */
    private int race(ExecutorService threads, int milliseconds) throws Exception {
        String id = prepared(1, KeyMode.SERVER, "A", "B", "C");
        ballots.open(CLUSTER, id, roll(9), databaseNow().plusSeconds(60).toInstant());
        everyoneVotes(id, "A", "A", "A", "A", "C");
        closeInDatabase(id, databaseNow().plusNanos(milliseconds * 1_000_000L));
        List<Callable<Boolean>> acts = new ArrayList<>();
        acts.add(() -> countedInTheEnd(id));
        for (String voter : List.of("v06", "v07", "v08", "v09")) {
            acts.add(() -> isTaken(id, voter));
        }
        List<Future<Boolean>> done = threads.invokeAll(acts);
        int accepted = 0;
        for (Future<Boolean> each : done.subList(1, done.size())) {
            accepted += each.get() ? 1 : 0;
        }
        assertThat(done.get(0).get()).isTrue();
        assertThat(count(id).counts()).isEqualTo(new Counts(votes(4, accepted, 1), 5 + accepted, 0, 0));
        return accepted;
    }

    private boolean countedInTheEnd(String id) {
        while (true) {
            try {
                count(id);
                return true;
            } catch (BallotRefused notYet) {
                assertThat(notYet.why()).isEqualTo(Why.NOT_CLOSED_YET);
            }
        }
    }

    private boolean isTaken(String id, String voter) {
        try {
            vote(id, voter, "B");
            return true;
        } catch (BallotRefused tooLate) {
            assertThat(tooLate.why()).isEqualTo(Why.NOT_OPEN);
            return false;
        }
    }

    @Test
    void whoIsStruckOffWhileSheVotesLeavesNoEnvelope() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            for (int i = 0; i < 50; i++) {
                String id = opened();
                List<Future<Boolean>> done = threads.invokeAll(List.of(
                        () -> {
                            ballots.strikeOff(CLUSTER, id, "v06", "dorte", "erik", "Ikke læge");
                            return true;
                        },
                        () -> {
                            try {
                                vote(id, "v06", "B");
                                return true;
                            } catch (BallotRefused struck) {
                                return false;
                            }
                        }));
                done.get(0).get();
                done.get(1).get();
                assertThat(envelopes(id)).isZero();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static OffsetDateTime databaseNow() {
        return jdbc.sql("select clock_timestamp()")
                .query(OffsetDateTime.class)
                .single()
                .withOffsetSameInstant(ZoneOffset.UTC);
    }

    private static void closeInDatabase(String id, OffsetDateTime at) {
        jdbc.sql("update klyngeflow.ballot set closes_at = :at where ballot_id = :ballot")
                .param("at", Timestamp.from(at.toInstant()))
                .param("ballot", id)
                .update();
    }
}
