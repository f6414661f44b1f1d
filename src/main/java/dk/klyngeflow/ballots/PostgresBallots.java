package dk.klyngeflow.ballots;

import dk.klyngeflow.engine.DatabaseTime;
import dk.klyngeflow.engine.Rows;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Votes in PostgreSQL, whose own clock says when one has closed. */
@Repository
class PostgresBallots implements BallotStore {

    private static final Rows<BallotRow> ROW = Rows.of(BallotRow.class, "ballot");
    private static final Rows<Candidate> CANDIDATE = Rows.of(Candidate.class, "ballot_candidate");
    private static final Rows<StrikeOff> STRIKE_OFF = Rows.of(StrikeOff.class, "ballot_strike_off");
    private static final Rows<Kept> KEPT = Rows.of(Kept.class, "ballot_count");

    private static final Rows<Ended> ENDED = Rows.of(Ended.class, "ballot");

    private static final String THIS = " where cluster_id = :cluster and ballot_id = :ballot ";
    /** With its candidates, a row for each. */
    private static final String SELECT = """
            select b.*, c.person_id, c.practice, c.text, c.label from klyngeflow.ballot b
            left join klyngeflow.ballot_candidate c using (cluster_id, ballot_id)
            where b.cluster_id = :cluster and b.ballot_id = :ballot\s""";

    private static final String IN_ORDER = "order by c.place ";
    /** Read after whatever lock was waited for, and not when the transaction began. */
    private static final String NOW = "clock_timestamp() + cast(:moved as bigint) * interval '1 microsecond'";

    private static final String CAST = """
            insert into klyngeflow.ballot_envelope (cluster_id, ballot_id, voter, sealed)
            select b.cluster_id, b.ballot_id, r.voter, :sealed
            from klyngeflow.ballot b
            join klyngeflow.ballot_roll r on r.cluster_id = b.cluster_id and r.ballot_id = b.ballot_id
            where b.cluster_id = :cluster and b.ballot_id = :ballot and r.voter = :voter
              and coalesce(r.bearer, r.voter) = :bearer and b.state = 'OPEN' and %s < b.closes_at
            on conflict (cluster_id, ballot_id, voter) do update set sealed = excluded.sealed""".formatted(NOW);

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final DatabaseTime database;

    PostgresBallots(JdbcClient jdbc, TransactionTemplate transaction, Clock clock, DatabaseTime database) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
        this.database = database;
    }

    @Override
    public <T> T inOne(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    @Override
    public boolean insert(BallotRow ballot) {
        return inOne(() -> {
            int inserted = jdbc.sql("""
                            insert into klyngeflow.ballot (cluster_id, ballot_id, title, seats, majority, second, tied, round,
                                key_mode, officer, public_key, state, prepared_at, opened_at, closes_at, roll_hash, void_reason,
                                adopt_share, adopt_counted_of, adopt_present)
                            values (:cluster_id, :ballot_id, :title, :seats, :majority, :second, :tied, :round,
                                :key_mode, :officer, :public_key, :state, :prepared_at, :opened_at, :closes_at, :roll_hash, :void_reason,
                                :adopt_share, :adopt_counted_of, :adopt_present)
                            on conflict do nothing""").params(ROW.values(ballot)).update();
            for (int place = 0; inserted > 0 && place < ballot.candidates().size(); place++) {
                of(ballot.clusterId(), ballot.ballotId(), """
                        insert into klyngeflow.ballot_candidate (cluster_id, ballot_id, place, person_id, practice, text, label)
                        values (:cluster, :ballot, :place, :person_id, :practice, :text, :label)""")
                        .param("place", place)
                        .params(CANDIDATE.values(ballot.candidates().get(place)))
                        .update();
            }
            return inserted > 0;
        });
    }

    @Override
    public Optional<BallotRow> find(String clusterId, String ballotId) {
        return whole(of(clusterId, ballotId, SELECT + IN_ORDER));
    }

    @Override
    public Optional<BallotRow> lock(String clusterId, String ballotId) {
        return whole(of(clusterId, ballotId, SELECT + IN_ORDER + "for update of b"));
    }

    @Override
    public boolean isClosed(String clusterId, String ballotId) {
        return of(
                        clusterId,
                        ballotId,
                        "select 1 from klyngeflow.ballot" + THIS + "and state = 'OPEN' and " + NOW + " >= closes_at")
                .param("moved", database.moved())
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    @Override
    public Optional<BallotRow> lockClosed(String clusterId, String ballotId) {
        return whole(of(
                        clusterId,
                        ballotId,
                        SELECT + "and state = 'OPEN' and " + NOW + " >= closes_at " + IN_ORDER + "for update of b")
                .param("moved", database.moved()));
    }

    private static Optional<BallotRow> whole(StatementSpec one) {
        List<BallotRow> ballots = new ArrayList<>();
        List<Candidate> standing = new ArrayList<>();
        RowCallbackHandler line = row -> {
            if (ballots.isEmpty()) {
                ballots.add(Objects.requireNonNull(ROW.mapRow(row, 0)));
            }
            if (row.getString("person_id") != null) {
                standing.add(Objects.requireNonNull(CANDIDATE.mapRow(row, standing.size())));
            }
        };
        one.query(line);
        return ballots.stream().findFirst().map(ballot -> ballot.with(standing));
    }

    @Override
    public boolean takeOff(String clusterId, String ballotId, String personId) {
        return of(clusterId, ballotId, """
                        delete from klyngeflow.ballot_candidate c using klyngeflow.ballot b
                        where c.cluster_id = :cluster and c.ballot_id = :ballot and c.person_id = :person
                          and b.cluster_id = c.cluster_id and b.ballot_id = c.ballot_id and b.state = 'PREPARED'""").param("person", personId).update() > 0;
    }

    @Override
    public boolean publicKey(String clusterId, String ballotId, String publicKey) {
        return of(
                                clusterId,
                                ballotId,
                                "update klyngeflow.ballot set public_key = :key" + THIS + "and state = 'PREPARED'")
                        .param("key", publicKey)
                        .update()
                > 0;
    }

    @Override
    public boolean open(
            String clusterId, String ballotId, Collection<String> voters, String rollHash, Instant closesAt) {
        int opened = of(clusterId, ballotId, """
                        update klyngeflow.ballot
                        set state = 'OPEN', opened_at = :now, closes_at = :closes, roll_hash = :hash""" + THIS + "and state = 'PREPARED'")
                .param("now", Timestamp.from(clock.instant()))
                .param("closes", Timestamp.from(closesAt))
                .param("hash", rollHash)
                .update();
        if (opened > 0) {
            of(clusterId, ballotId, """
                            insert into klyngeflow.ballot_roll (cluster_id, ballot_id, voter)
                            select :cluster, :ballot, voter from unnest(:voters) as voter""")
                    .param("voters", voters.toArray(String[]::new))
                    .update();
        }
        return opened > 0;
    }

    @Override
    public List<String> roll(String clusterId, String ballotId) {
        return of(clusterId, ballotId, "select voter from klyngeflow.ballot_roll" + THIS)
                .query(String.class)
                .list()
                .stream()
                // as Java sorts, whatever the database's own letters are
                .sorted()
                .toList();
    }

    @Override
    public List<VoteRight> rights(String clusterId, String ballotId) {
        return of(
                        clusterId,
                        ballotId,
                        "select voter, coalesce(bearer, voter) as bearer from klyngeflow.ballot_roll" + THIS)
                .query((row, number) -> new VoteRight(row.getString("voter"), row.getString("bearer")))
                .list()
                .stream()
                .sorted(Comparator.comparing(VoteRight::voter))
                .toList();
    }

    @Override
    public void hand(String clusterId, String ballotId, VoteRight right) {
        of(clusterId, ballotId, """
                        update klyngeflow.ballot_roll r set bearer = nullif(:bearer, r.voter)
                        from klyngeflow.ballot b
                        where r.cluster_id = :cluster and r.ballot_id = :ballot and r.voter = :voter
                          and b.cluster_id = r.cluster_id and b.ballot_id = r.ballot_id and b.state = 'OPEN'""")
                .param("voter", right.voter())
                .param("bearer", right.bearer())
                .update();
    }

    /** Counting and striking off wait for votes under way, and votes for them: the row of the vote itself is the gate. */
    @Override
    public boolean cast(String clusterId, String ballotId, VoteRight right, byte[] sealed) {
        return inOne(() -> {
            of(clusterId, ballotId, "select 1 from klyngeflow.ballot" + THIS + "for share")
                    .query(Integer.class)
                    .optional();
            return of(clusterId, ballotId, CAST)
                            .param("voter", right.voter())
                            .param("bearer", right.bearer())
                            .param("sealed", sealed)
                            .param("moved", database.moved())
                            .update()
                    > 0;
        });
    }

    @Override
    public int turnout(String clusterId, String ballotId) {
        return of(clusterId, ballotId, "select count(*) from klyngeflow.ballot_envelope" + THIS)
                .query(Integer.class)
                .single();
    }

    /** Never ahead of the database's clock, by which it is counted at once. */
    @Override
    public void close(String clusterId, String ballotId) {
        of(
                        clusterId,
                        ballotId,
                        "update klyngeflow.ballot set closes_at = least(" + NOW + ", :now)" + THIS
                                + "and state = 'OPEN' and " + NOW + " < closes_at")
                .param("moved", database.moved())
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    @Override
    public boolean hasEnvelope(String clusterId, String ballotId, String voter) {
        return of(clusterId, ballotId, "select 1 from klyngeflow.ballot_envelope" + THIS + "and voter = :voter")
                .param("voter", voter)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    @Override
    public boolean strikeOff(String clusterId, String ballotId, StrikeOff strikeOff) {
        int struck = of(clusterId, ballotId, """
                        insert into klyngeflow.ballot_strike_off (cluster_id, ballot_id, voter, first, second, reason)
                        select b.cluster_id, b.ballot_id, r.voter, :first, :second, :reason
                        from klyngeflow.ballot b
                        join klyngeflow.ballot_roll r on r.cluster_id = b.cluster_id and r.ballot_id = b.ballot_id
                        where b.cluster_id = :cluster and b.ballot_id = :ballot and r.voter = :voter
                          and b.state = 'OPEN' and %s < b.closes_at
                        on conflict do nothing""".formatted(NOW))
                .params(STRIKE_OFF.values(strikeOff))
                .param("moved", database.moved())
                .update();
        for (String table : struck > 0 ? List.of("ballot_roll", "ballot_envelope") : List.<String>of()) {
            of(clusterId, ballotId, "delete from klyngeflow." + table + THIS + "and voter = :voter")
                    .param("voter", strikeOff.voter())
                    .update();
        }
        return struck > 0;
    }

    @Override
    public List<StrikeOff> strikeOffs(String clusterId, String ballotId) {
        return of(
                        clusterId,
                        ballotId,
                        "select voter, first, second, reason from klyngeflow.ballot_strike_off" + THIS
                                + "order by voter")
                .query(STRIKE_OFF)
                .list();
    }

    @Override
    public Map<String, byte[]> envelopes(String clusterId, String ballotId) {
        Map<String, byte[]> envelopes = new TreeMap<>();
        of(clusterId, ballotId, "select voter, sealed from klyngeflow.ballot_envelope" + THIS)
                .query(row -> {
                    envelopes.put(row.getString("voter"), row.getBytes("sealed"));
                });
        return envelopes;
    }

    @Override
    public void deleteEnvelopes(String clusterId, String ballotId) {
        of(clusterId, ballotId, "delete from klyngeflow.ballot_envelope" + THIS).update();
    }

    @Override
    public void keep(String clusterId, String ballotId, Kept kept) {
        of(clusterId, ballotId, """
                        insert into klyngeflow.ballot_count (cluster_id, ballot_id, protocol, hash, counted_at, pdf)
                        values (:cluster, :ballot, :protocol, :hash, :counted_at, :pdf)
                        on conflict (cluster_id, ballot_id) do update
                        set protocol = excluded.protocol, hash = excluded.hash, pdf = excluded.pdf""").params(KEPT.values(kept)).update();
        of(clusterId, ballotId, "update klyngeflow.ballot set state = 'COUNTED'" + THIS)
                .update();
    }

    @Override
    public Optional<Kept> kept(String clusterId, String ballotId) {
        return of(clusterId, ballotId, "select protocol, hash, counted_at, pdf from klyngeflow.ballot_count" + THIS)
                .query(KEPT)
                .optional();
    }

    @Override
    public boolean annul(String clusterId, String ballotId, VoidReason why) {
        int ended = of(
                        clusterId,
                        ballotId,
                        "update klyngeflow.ballot set state = 'VOID', void_reason = :why" + THIS
                                + "and state in ('OPEN', 'PREPARED')")
                .param("why", why.name())
                .update();
        if (ended > 0) {
            deleteEnvelopes(clusterId, ballotId);
        }
        return ended > 0;
    }

    @Override
    public int forget(Instant before) {
        List<BallotRow> old =
                jdbc.sql("""
                        select * from klyngeflow.ballot
                        where coalesce(closes_at, prepared_at) < :before and state <> 'OPEN'""").param("before", Timestamp.from(before)).query(ROW).list();
        for (BallotRow ballot : old) {
            for (String table :
                    List.of("ballot_roll", "ballot_envelope", "ballot_strike_off", "ballot_count", "ballot")) {
                of(ballot.clusterId(), ballot.ballotId(), "delete from klyngeflow." + table + THIS)
                        .update();
            }
        }
        return old.size();
    }

    @Override
    public void printed(String clusterId, String ballotId, String hash, String pdf) {
        of(clusterId, ballotId, "update klyngeflow.ballot_count set pdf = :pdf" + THIS + "and hash = :hash")
                .param("pdf", pdf)
                .param("hash", hash)
                .update();
    }

    @Override
    public List<Ended> ended() {
        return jdbc.sql("select cluster_id, ballot_id from klyngeflow.ballot where state in ('COUNTED', 'VOID')")
                .query(ENDED)
                .list();
    }

    private StatementSpec of(String clusterId, String ballotId, String sql) {
        return jdbc.sql(sql).param("cluster", clusterId).param("ballot", ballotId);
    }
}
