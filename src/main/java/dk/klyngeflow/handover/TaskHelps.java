package dk.klyngeflow.handover;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows;
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

    private static final Rows<TaskHelp> ROW = Rows.of(TaskHelp.class, "task_help");

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
                .query(ROW)
                .optional();
    }

    /** As {@link #find}; others wait until this transaction has ended. */
    Optional<TaskHelp> lock(String clusterId, String helpId) {
        return jdbc.sql("select * from klyngeflow.task_help where cluster_id = :cluster and help_id = :id for update")
                .param("cluster", clusterId)
                .param("id", helpId)
                .query(ROW)
                .optional();
    }

    /** The one asked last about the task. */
    Optional<TaskHelp> newest(String clusterId, String taskId) {
        return jdbc.sql("""
                        select * from klyngeflow.task_help where cluster_id = :cluster and task_id = :task
                        order by asked_at desc, help_id limit 1""")
                .param("cluster", clusterId)
                .param("task", taskId)
                .query(ROW)
                .optional();
    }

    List<TaskHelp> pendingOf(String clusterId, String helper) {
        return jdbc.sql("""
                        select * from klyngeflow.task_help
                        where cluster_id = :cluster and helper = :helper and answered_at is null and ended_at is null""")
                .param("cluster", clusterId)
                .param("helper", helper)
                .query(ROW)
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
                .query(ROW)
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
}
