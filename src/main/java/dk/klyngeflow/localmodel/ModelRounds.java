package dk.klyngeflow.localmodel;

import dk.klyngeflow.engine.Rows;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rounds. */
@Repository
class ModelRounds {

    /** What follows the cluster in the keys of cases. */
    static final String CASE = "/lokal-model-";

    private static final String ONE = "cluster_id = :cluster and round_no = :round";
    private static final Rows<ModelRound> ROW = Rows.of(ModelRound.class, "model_round", Choices.KEPT);
    private static final Rows<Key> KEY = Rows.of(Key.class, "model_round");

    private final JdbcClient jdbc;

    ModelRounds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Key(String clusterId, int roundNo) {}

    /** @return empty when another is under way: the database says so, whoever else begins one in this moment */
    Optional<ModelRound> add(String clusterId, @Nullable String by, Instant now, Instant closes) {
        return jdbc.sql("""
                        insert into klyngeflow.model_round (cluster_id, round_no, case_key, started_by, opened_at, closes_at)
                        select :cluster, n, :cluster || :case || n, :by, :now, :closes
                        from (select coalesce(max(round_no), 0) + 1 as n from klyngeflow.model_round
                              where cluster_id = :cluster) as next
                        on conflict do nothing
                        returning *""")
                .param("cluster", clusterId)
                .param("case", CASE)
                .param("by", by)
                .param("now", Timestamp.from(now))
                .param("closes", Timestamp.from(closes))
                .query(ROW)
                .optional();
    }

    Optional<ModelRound> find(String clusterId, int round) {
        return jdbc.sql("select * from klyngeflow.model_round where " + ONE)
                .param("cluster", clusterId)
                .param("round", round)
                .query(ROW)
                .optional();
    }

    Optional<ModelRound> byKey(String clusterId, String caseKey) {
        return jdbc.sql("select * from klyngeflow.model_round where cluster_id = :cluster and case_key = :case")
                .param("cluster", clusterId)
                .param("case", caseKey)
                .query(ROW)
                .optional();
    }

    Optional<ModelRound> underWay(String clusterId) {
        return jdbc.sql("select * from klyngeflow.model_round where cluster_id = :cluster and ended_at is null")
                .param("cluster", clusterId)
                .query(ROW)
                .optional();
    }

    /** @return the number of the reminder; empty when no answer is taken any longer */
    Optional<Integer> nextReminder(String clusterId, int round, Instant now) {
        return jdbc.sql("update klyngeflow.model_round set reminders = reminders + 1 where " + ONE
                        + " and ended_at is null and closed_at is null and :now < closes_at returning reminders")
                .param("cluster", clusterId)
                .param("round", round)
                .param("now", Timestamp.from(now))
                .query(Integer.class)
                .optional();
    }

    void close(String clusterId, int round, Instant now) {
        update("closed_at = coalesce(closed_at, :at)", clusterId, round, now);
    }

    void closeComments(String clusterId, int round, Instant now) {
        update("comments_closed_at = coalesce(comments_closed_at, :at)", clusterId, round, now);
    }

    /** @return false when it is over already */
    boolean end(String clusterId, int round, Instant now) {
        return update("ended_at = :at", clusterId, round, now) == 1;
    }

    private int update(String what, String clusterId, int round, Instant at) {
        return jdbc.sql("update klyngeflow.model_round set " + what + " where " + ONE + " and ended_at is null")
                .param("cluster", clusterId)
                .param("round", round)
                .param("at", Timestamp.from(at))
                .update();
    }

    /** @return false when it is over already */
    boolean cancel(String clusterId, int round, String reason, String by, Instant now) {
        return jdbc.sql("update klyngeflow.model_round set ended_at = :now, cancelled_by = :by, cancel_reason = :reason"
                                + " where " + ONE + " and ended_at is null")
                        .param("cluster", clusterId)
                        .param("round", round)
                        .param("now", Timestamp.from(now))
                        .param("by", by)
                        .param("reason", reason)
                        .update()
                == 1;
    }

    void draft(String clusterId, int round, Choices choices, String note) {
        jdbc.sql("update klyngeflow.model_round set choices = :choices, note = :note where " + ONE)
                .param("cluster", clusterId)
                .param("round", round)
                .param("choices", choices.text())
                .param("note", note)
                .update();
    }

    /** A draft is shown: what was said of an earlier one is of no account for this one. @return how many times one has been shown */
    int present(String clusterId, int round, Instant closes) {
        return jdbc.sql("update klyngeflow.model_round set shown = shown + 1, comments_close_at = :closes,"
                        + " comments_closed_at = null where " + ONE + " returning shown")
                .param("cluster", clusterId)
                .param("round", round)
                .param("closes", Timestamp.from(closes))
                .query(Integer.class)
                .single();
    }

    /** Nobody changes it or answers in it until the transaction is over. */
    void lock(String clusterId, int round) {
        jdbc.sql("select round_no from klyngeflow.model_round where " + ONE + " for update")
                .param("cluster", clusterId)
                .param("round", round)
                .query(Integer.class)
                .optional();
    }

    /** Counts the silent anew; the caller holds the round. */
    void recount(String clusterId, int round) {
        jdbc.sql("""
                        update klyngeflow.model_round r set
                            silent = (select count(*) from klyngeflow.model_person p
                                where p.cluster_id = r.cluster_id and p.round_no = r.round_no and p.left_at is null
                                  and p.answered_at is null),
                            unheard = (select count(*) from klyngeflow.model_person p
                                where p.cluster_id = r.cluster_id and p.round_no = r.round_no and p.left_at is null
                                  and p.heard_at is null)
                        where r.cluster_id = :cluster and r.round_no = :round""").param("cluster", clusterId).param("round", round).update();
    }

    /** Rounds that ended before that moment and of which somebody's answers are still kept; of all clusters. */
    List<Key> endedBefore(Instant before) {
        return jdbc.sql("""
                        select r.cluster_id, r.round_no from klyngeflow.model_round r
                        where r.ended_at < :before
                          and exists (select from klyngeflow.model_person p
                                      where p.cluster_id = r.cluster_id and p.round_no = r.round_no)""").param("before", Timestamp.from(before)).query(KEY).list();
    }
}
