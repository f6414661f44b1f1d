package dk.klyngeflow.handover;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows.Column;
import dk.klyngeflow.engine.Rows;
import dk.klyngeflow.mail.Mail;
import dk.klyngeflow.mail.Outbox;
import dk.klyngeflow.mail.Recipient;
import dk.klyngeflow.members.People;
import dk.klyngeflow.pages.TaskDelegated;
import dk.klyngeflow.pages.TaskNotes;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/** Tells a colleague at once that she has been given a task, and why; what was written also stands above the task. */
@Repository
class TaskMessages implements TaskNotes {

    static final String PURPOSE = "task-delegated";

    private static final int MONTHS = 6;

    private static final Rows<Note> NOTE = Rows.of(Note.class, "task_message");

    private static final Rows<Message> MESSAGE = Rows.of(Message.class, "task_message");

    private final JdbcClient jdbc;
    private final People people;
    private final Outbox outbox;
    private final CopenhagenTime time;

    TaskMessages(JdbcClient jdbc, People people, Outbox outbox, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.people = people;
        this.outbox = outbox;
        this.time = time;
    }

    record Message(
            String taskId,
            String sender,
            @Column("message") String text,
            @Column("sent_at") Instant at) {}

    @EventListener
    void tell(TaskDelegated delegated) {
        // an administrator who helps out is in no directory of people
        if (people.find(delegated.from()).isEmpty()
                || people.find(delegated.to()).isEmpty()) {
            return;
        }
        String id = UUID.randomUUID().toString();
        jdbc.sql("""
                        insert into klyngeflow.task_message
                            (cluster_id, message_id, task_id, sender, receiver, message, sent_at)
                        values (:cluster, :id, :task, :sender, :receiver, :message, :now)""")
                .param("cluster", delegated.clusterId())
                .param("id", id)
                .param("task", delegated.taskId())
                .param("sender", delegated.from())
                .param("receiver", delegated.to())
                .param("message", delegated.message())
                .param("now", Timestamp.from(time.now()))
                .update();
        outbox.enqueue(Mail.of(
                delegated.clusterId(),
                PURPOSE,
                PURPOSE + ":" + id,
                Recipient.person(delegated.to()),
                Map.of("messageId", id),
                delegated.clusterId()));
    }

    Optional<Message> find(String clusterId, String messageId) {
        return jdbc.sql("select * from klyngeflow.task_message where cluster_id = :cluster and message_id = :id")
                .param("cluster", clusterId)
                .param("id", messageId)
                .query(MESSAGE)
                .optional();
    }

    @Override
    public Optional<Note> of(String clusterId, String taskId) {
        return jdbc.sql("""
                        select %s, m.message, m.sent_at from klyngeflow.task_message m
                        join klyngeflow.person p on p.person_id = m.sender
                        where m.cluster_id = :cluster and m.task_id = :task and m.message <> ''
                        order by m.sent_at desc, m.message_id limit 1""".formatted(People.NAME))
                .param("cluster", clusterId)
                .param("task", taskId)
                .query(NOTE)
                .optional();
    }

    @Scheduled(cron = "0 54 3 * * *", zone = "Europe/Copenhagen")
    void forgetOldMessages() {
        jdbc.sql("delete from klyngeflow.task_message where sent_at < :before")
                .param(
                        "before",
                        Timestamp.from(time.today()
                                .minusMonths(MONTHS)
                                .atStartOfDay(CopenhagenTime.ZONE)
                                .toInstant()))
                .update();
    }
}
