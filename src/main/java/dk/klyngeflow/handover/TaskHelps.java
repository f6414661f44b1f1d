package dk.klyngeflow.handover;

import dk.klyngeflow.engine.CopenhagenTime;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What members have been asked about tasks, and what they answered. */
@Repository
class TaskHelps {

    private final JdbcClient jdbc;
    private final CopenhagenTime time;

    TaskHelps(JdbcClient jdbc, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** @return its id; empty when somebody is being asked about the task already */
    Optional<String> ask(String clusterId, String taskId, String helper, String askedBy, String question) {
        String id = UUID.randomUUID().toString();
        int asked = jdbc.sql("""
                        insert into klyngeflow.task_help
                          (cluster_id, help_id, task_id, helper, asked_by, question, asked_at)
                        values (:cluster, :id, :task, :helper, :by, :question, :now)
                        on conflict (cluster_id, task_id) where answered_at is null and ended_at is null do nothing""")
                .param("cluster", clusterId)
                .param("id", id)
                .param("task", taskId)
                .param("helper", helper)
                .param("by", askedBy)
                .param("question", question)
                .param("now", now())
                .update();
        return asked == 1 ? Optional.of(id) : Optional.empty();
    }

    Optional<TaskHelp> find(String clusterId, String helpId) {
        return jdbc.sql("select * from klyngeflow.task_help where cluster_id = :cluster and help_id = :id")
                .param("cluster", clusterId)
                .param("id", helpId)
                .query(TaskHelps::help)
                .optional();
    }

    /** As {@link #find}; others wait until this transaction has ended. */
    Optional<TaskHelp> lock(String clusterId, String helpId) {
        return jdbc.sql("select * from klyngeflow.task_help where cluster_id = :cluster and help_id = :id for update")
                .param("cluster", clusterId)
                .param("id", helpId)
                .query(TaskHelps::help)
                .optional();
    }

    /** The one asked last about the task. */
    Optional<TaskHelp> newest(String clusterId, String taskId) {
        return jdbc.sql("""
                        select * from klyngeflow.task_help where cluster_id = :cluster and task_id = :task
                        order by asked_at desc, help_id limit 1""")
                .param("cluster", clusterId)
                .param("task", taskId)
                .query(TaskHelps::help)
                .optional();
    }

    List<TaskHelp> pendingOf(String clusterId, String helper) {
        return jdbc.sql("""
                        select * from klyngeflow.task_help
                        where cluster_id = :cluster and helper = :helper and answered_at is null and ended_at is null""")
                .param("cluster", clusterId)
                .param("helper", helper)
                .query(TaskHelps::help)
                .list();
    }

    /** @return false when it has been taken back */
    boolean answer(TaskHelp help, String answer, @Nullable String documentId) {
        return jdbc.sql("""
                        update klyngeflow.task_help
                        set answer = :answer, document_id = coalesce(:document, document_id), answered_at = :now
                        where cluster_id = :cluster and help_id = :id and ended_at is null""")
                        .param("answer", answer)
                        .param("document", documentId)
                        .param("now", now())
                        .param("cluster", help.clusterId())
                        .param("id", help.helpId())
                        .update()
                == 1;
    }

    /** @return false when she has answered, or it has ended already */
    boolean end(TaskHelp help, boolean hasLeft) {
        return jdbc.sql("""
                        update klyngeflow.task_help set ended_at = :now, has_left = :left
                        where cluster_id = :cluster and help_id = :id and answered_at is null and ended_at is null""")
                        .param("now", now())
                        .param("left", hasLeft)
                        .param("cluster", help.clusterId())
                        .param("id", help.helpId())
                        .update()
                == 1;
    }

    /** Of all clusters. */
    List<TaskHelp> askedBefore(Instant before) {
        return jdbc.sql("select * from klyngeflow.task_help where asked_at < :before")
                .param("before", Timestamp.from(before))
                .query(TaskHelps::help)
                .list();
    }

    void forget(TaskHelp help) {
        jdbc.sql("delete from klyngeflow.task_help where cluster_id = :cluster and help_id = :id")
                .param("cluster", help.clusterId())
                .param("id", help.helpId())
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(time.now());
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }

    private static TaskHelp help(ResultSet row, int number) throws SQLException {
        return new TaskHelp(
                row.getString("cluster_id"),
                row.getString("help_id"),
                row.getString("task_id"),
                row.getString("helper"),
                row.getString("asked_by"),
                row.getString("question"),
                row.getTimestamp("asked_at").toInstant(),
                row.getString("answer"),
                row.getString("document_id"),
                instant(row.getTimestamp("answered_at")),
                instant(row.getTimestamp("ended_at")),
                row.getBoolean("has_left"));
    }
}
