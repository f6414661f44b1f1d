package dk.klyngeflow.benchmarks;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The sets that were frozen, and the moments before which nothing is. */
@Repository
class ReleasedSets {

    /** Of the rules by which sets are frozen: one that was frozen by other rules says so. */
    static final int RULES = 1;

    private static final Rows<ReleasedSet> ROW = Rows.of(ReleasedSet.class, "released_set");
    private static final String PLACE = "cluster_id = :cluster and measure_id = :measure";

    private final JdbcClient jdbc;
    private final CopenhagenTime time;

    ReleasedSets(JdbcClient jdbc, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** All of a measure, the newest of each period last. */
    List<ReleasedSet> of(String clusterId, String measureId) {
        return jdbc.sql("""
                        select period, set_no, is_open, dots, q1, median, q3, rate, step, not_shown, frozen_at, taken_down_at
                        from klyngeflow.released_set where %s order by period, set_no""".formatted(PLACE))
                .param("cluster", clusterId)
                .param("measure", measureId)
                .query(ROW)
                .list();
    }

    void add(String clusterId, String measureId, ReleasedSet set, String fileHash) {
        jdbc.sql("""
                        insert into klyngeflow.released_set
                          (cluster_id, measure_id, period, set_no, is_open, rules_version, file_hash, dots, q1, median, q3, rate,
                           step, not_shown, frozen_at)
                        values (:cluster, :measure, :period, :set_no, :is_open, :rules, :hash, :dots, :q1, :median, :q3, :rate,
                           :step, :not_shown, :frozen_at)""")
                .params(ROW.values(set))
                .param("cluster", clusterId)
                .param("measure", measureId)
                .param("rules", RULES)
                .param("hash", fileHash)
                .update();
    }

    /** For good: it is not made again without whoever asked for it, which would give her away. */
    int takeDown(String clusterId, String measureId, String period, String by) {
        return jdbc.sql("update klyngeflow.released_set set taken_down_at = :now, taken_down_by = :by where " + PLACE
                        + " and period = :period and taken_down_at is null")
                .param("cluster", clusterId)
                .param("measure", measureId)
                .param("period", period)
                .param("by", by)
                .param("now", Timestamp.from(time.now()))
                .update();
    }

    /** Rows are collected until then. */
    void waitUntil(String clusterId, String measureId, String period, Instant due) {
        jdbc.sql("""
                        insert into klyngeflow.measure_freeze (cluster_id, measure_id, period, due_at)
                        values (:cluster, :measure, :period, :due)
                        on conflict (cluster_id, measure_id, period) do update set due_at = excluded.due_at""")
                .param("cluster", clusterId)
                .param("measure", measureId)
                .param("period", period)
                .param("due", Timestamp.from(due))
                .update();
    }

    Optional<Instant> due(String clusterId, String measureId, String period) {
        return jdbc.sql("select due_at from klyngeflow.measure_freeze where " + PLACE + " and period = :period")
                .param("cluster", clusterId)
                .param("measure", measureId)
                .param("period", period)
                .query((row, number) -> row.getTimestamp("due_at").toInstant())
                .optional();
    }

    void waitNoLonger(String clusterId, String measureId, String period) {
        jdbc.sql("delete from klyngeflow.measure_freeze where " + PLACE + " and period = :period")
                .param("cluster", clusterId)
                .param("measure", measureId)
                .param("period", period)
                .update();
    }

    /** What is due and not frozen yet, of whichever cluster. */
    List<Due> allDue() {
        return jdbc.sql("select cluster_id, measure_id, period from klyngeflow.measure_freeze where due_at <= :now")
                .param("now", Timestamp.from(time.now()))
                .query((row, number) ->
                        new Due(row.getString("cluster_id"), row.getString("measure_id"), row.getString("period")))
                .list();
    }

    record Due(String clusterId, String measureId, String period) {}
}
