package dk.klyngeflow.mail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.klyngeflow.engine.Rows;
import dk.klyngeflow.engine.Rows.Column;
import dk.klyngeflow.engine.Rows.Kept;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The rows of the outbox as the senders see them: all clusters at once, since one sender serves them all. What a person asks for names the
 * cluster.
 */
@Repository
class Mails {

    private static final String COLUMNS = """
            mail_id, cluster_id, purpose, message_id, recipient_person, recipient_address, recipient_name, model::text as model,
            to_json(document_ids)::text as document_ids, case_key, link_id, calendar_method, calendar_text, answers_id, attempts, first_tried_at\
            """;
    static final String PASSED_OVER = "Sprunget over af administratoren.";
    private static final String DONE = ", done_at = :now, lease = null, lease_until = null ";
    private static final String MINE = "where mail_id = :id and lease = :lease and state = 'WAITING'";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Rows<Waiting> WAITING = Rows.of(
            Waiting.class,
            "mail_outbox",
            new Kept<>(Map.class, text -> read(text, new TypeReference<Map<String, String>>() {}), String::valueOf),
            new Kept<>(List.class, text -> read(text, new TypeReference<List<String>>() {}), String::valueOf));

    private final JdbcClient jdbc;

    Mails(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Takes mails that are due, oldest first; no other node gets them until the lease runs out. */
    List<Waiting> claim(String lease, Instant now, Instant until, int most) {
        return jdbc
                .sql("""
                        update klyngeflow.mail_outbox set lease = :lease, lease_until = :until
                        where mail_id in (
                            select mail_id from klyngeflow.mail_outbox
                            where state = 'WAITING' and due_at <= :now and (lease_until is null or lease_until <= :now)
                              and not exists (select from klyngeflow.mail_hold h
                                              where h.cluster_id in (mail_outbox.cluster_id, '*'))
                            order by due_at, mail_id limit :most
                            for update skip locked)
                        returning\s""" + COLUMNS)
                .param("lease", lease)
                .param("now", Timestamp.from(now))
                .param("until", Timestamp.from(until))
                .param("most", most)
                .query(WAITING)
                .list()
                .stream()
                // an update gives its rows back in any order
                .sorted(Comparator.comparingLong(Waiting::id))
                .toList();
    }

    /**
     * Said right before a mail is sent: the lease starts anew and the attempt counts, even if the node dies in it.
     *
     * @return false when somebody else has taken the mail meanwhile
     */
    boolean begin(long id, String lease, Instant now, Instant until) {
        return jdbc.sql("""
                                update klyngeflow.mail_outbox
                                set attempts = attempts + 1, first_tried_at = coalesce(first_tried_at, :now), lease_until = :until
                                """ + MINE)
                        .param("id", id)
                        .param("lease", lease)
                        .param("now", Timestamp.from(now))
                        .param("until", Timestamp.from(until))
                        .update()
                == 1;
    }

    void sent(long id, String lease, Instant now) {
        jdbc.sql("update klyngeflow.mail_outbox set state = 'SENT', reason = null" + DONE + MINE)
                .param("id", id)
                .param("lease", lease)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** @param state what becomes of it instead of being sent: FAILED or NEEDLESS */
    boolean done(long id, String lease, Instant now, String state, String reason) {
        return jdbc.sql("update klyngeflow.mail_outbox set state = :state, reason = :reason" + DONE + MINE)
                        .param("id", id)
                        .param("lease", lease)
                        .param("now", Timestamp.from(now))
                        .param("state", state)
                        .param("reason", reason)
                        .update()
                == 1;
    }

    void later(long id, String lease, Instant due, String reason) {
        jdbc.sql("update klyngeflow.mail_outbox set due_at = :due, reason = :reason, lease = null, lease_until = null "
                        + MINE)
                .param("id", id)
                .param("lease", lease)
                .param("due", Timestamp.from(due))
                .param("reason", reason)
                .update();
    }

    /** Gives back what this node has taken and not sent. */
    void release(String lease) {
        jdbc.sql("update klyngeflow.mail_outbox set lease = null, lease_until = null where lease = :lease")
                .param("lease", lease)
                .update();
    }

    Map<String, Long> countByState() {
        Map<String, Long> counts = new HashMap<>();
        jdbc.sql("select state, count(*) as n from klyngeflow.mail_outbox group by state")
                .query(row -> {
                    counts.put(row.getString("state"), row.getLong("n"));
                });
        return counts;
    }

    Optional<Instant> oldestDue(Instant now) {
        return jdbc.sql("select min(due_at) from klyngeflow.mail_outbox where state = 'WAITING' and due_at <= :now")
                .param("now", Timestamp.from(now))
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** The next moment, later than now, at which a mail that waits is due. */
    Optional<Instant> nextDue(Instant now) {
        return jdbc.sql("select min(due_at) from klyngeflow.mail_outbox where state = 'WAITING' and due_at > :now")
                .param("now", Timestamp.from(now))
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** Without taking them. */
    List<Waiting> due(Instant now, int most) {
        return jdbc.sql(
                        "select " + COLUMNS
                                + " from klyngeflow.mail_outbox where state = 'WAITING' and due_at <= :now order by due_at, mail_id limit :most")
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query(WAITING)
                .list();
    }

    Set<Long> sentAmong(List<Long> ids) {
        return jdbc.sql("select mail_id from klyngeflow.mail_outbox where state = 'SENT' and mail_id in (:ids)")
                .param("ids", ids)
                .query(Long.class)
                .set();
    }

    /** What an administrator sees of a mail: nothing of whom it is to or of what it says. */
    private static final Rows<Shown> SHOWN = Rows.of(Shown.class, "mail_outbox");

    record Shown(
            @Column("mail_id") long id,
            String clusterId,
            String purpose,
            String state,
            Instant createdAt,
            Instant dueAt,
            int attempts,
            @Column(isJoined = true) String reason,
            @Nullable String caseKey) {}

    /** Those that are not done well: waiting, failed or given up, what is oldest first. */
    List<Shown> unsent(String state, int most) {
        return unsent(state, "", most);
    }

    List<Shown> unsent(String state, String reason, int most) {
        return jdbc.sql("""
                        select mail_id, cluster_id, purpose, state, created_at, due_at, attempts, coalesce(reason, '') as reason, case_key
                        from klyngeflow.mail_outbox where state = :state and (:reason = '' or reason = :reason)
                        order by created_at, mail_id limit :most""")
                .param("state", state)
                .param("reason", reason)
                .param("most", most)
                .query(SHOWN)
                .list();
    }

    /** Sends a mail that failed, was given up, was passed over or waits for a later attempt; false when it is none of these. */
    boolean sendNow(String clusterId, long id, Instant now) {
        return jdbc.sql("""
                                update klyngeflow.mail_outbox
                                set state = 'WAITING', due_at = :now, attempts = 0, first_tried_at = null, done_at = null, reason = null
                                where cluster_id = :cluster and mail_id = :id and blanked_at is null
                                  and (state in ('FAILED', 'GIVEN_UP') or (state = 'NEEDLESS' and reason = :passedOver) or (state = 'WAITING' and (lease_until is null or lease_until <= :now)))
                                """)
                        .param("cluster", clusterId)
                        .param("id", id)
                        .param("now", Timestamp.from(now))
                        .param("passedOver", PASSED_OVER)
                        .update()
                == 1;
    }

    boolean isHeld() {
        return jdbc.sql("select count(*) from klyngeflow.mail_hold where cluster_id = '*'")
                        .query(Long.class)
                        .single()
                > 0;
    }

    void hold(Instant now, String by) {
        jdbc.sql("""
                        insert into klyngeflow.mail_hold (cluster_id, held_since, held_by) values ('*', :now, :by)
                        on conflict (cluster_id) do nothing
                        """).param("now", Timestamp.from(now)).param("by", by).update();
    }

    void letGo() {
        jdbc.sql("delete from klyngeflow.mail_hold where cluster_id = '*'").update();
    }

    /** After a restore: what was sent before the disaster is not sent again. */
    int passOver(Instant createdBefore, Instant now) {
        return jdbc.sql("""
                        update klyngeflow.mail_outbox set state = 'NEEDLESS', done_at = :now, reason = :reason
                        where state = 'WAITING' and created_at < :before and (lease_until is null or lease_until <= :now)
                        """)
                .param("before", Timestamp.from(createdBefore))
                .param("now", Timestamp.from(now))
                .param("reason", PASSED_OVER)
                .update();
    }

    /** Nothing that waits is sent for a cluster that is closed. */
    int passOverAllOf(String clusterId, Instant now) {
        return jdbc.sql("""
                        update klyngeflow.mail_outbox
                        set state = 'NEEDLESS', done_at = :now, reason = :reason, lease = null, lease_until = null
                        where cluster_id = :cluster and state = 'WAITING'""")
                .param("cluster", clusterId)
                .param("now", Timestamp.from(now))
                .param("reason", "Klyngen er lukket.")
                .update();
    }

    /** Leaves what happened when, and nothing of whom or of what it said. */
    int blank(Instant createdBefore, Instant now) {
        return jdbc.sql("""
                        update klyngeflow.mail_outbox
                        set recipient_person = null, recipient_address = null, recipient_name = null, model = '{}',
                            document_ids = '{}', reason = null, calendar_method = null, calendar_text = null, answers_id = null, blanked_at = :now
                        where blanked_at is null and created_at < :before and state <> 'WAITING'
                        """)
                .param("before", Timestamp.from(createdBefore))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** The one look-up without a cluster: a mail server that sends a mail back tells its id and nothing else. */
    Optional<Waiting> byMessageId(String messageId) {
        return jdbc.sql("select " + COLUMNS + " from klyngeflow.mail_outbox where message_id = :id")
                .param("id", messageId)
                .query(WAITING)
                .optional();
    }

    /** @return false when it was not sent, or has come back before */
    boolean cameBack(long id, String reason, Instant now) {
        return jdbc.sql("""
                                update klyngeflow.mail_outbox set state = 'FAILED', reason = :reason, done_at = :now
                                where mail_id = :id and state = 'SENT'""")
                        .param("id", id)
                        .param("reason", reason)
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    Optional<Waiting> failed(String clusterId, long id) {
        return jdbc.sql(
                        "select " + COLUMNS
                                + " from klyngeflow.mail_outbox where cluster_id = :cluster and mail_id = :id and state = 'FAILED'")
                .param("cluster", clusterId)
                .param("id", id)
                .query(WAITING)
                .optional();
    }

    /** Those that failed and go to the same address as this one, the newest first; this one is not among them. */
    List<Waiting> failedBeside(String clusterId, long id) {
        return jdbc.sql("select " + COLUMNS + """
                         from klyngeflow.mail_outbox m
                        where m.cluster_id = :cluster and m.state = 'FAILED' and m.mail_id <> :id and exists (
                          select 1 from klyngeflow.mail_outbox this
                          where this.cluster_id = m.cluster_id and this.mail_id = :id
                            and lower(coalesce(this.recipient_address, (select p.mail from klyngeflow.person p
                                                                        where p.person_id = this.recipient_person)))
                              = lower(coalesce(m.recipient_address, (select p.mail from klyngeflow.person p
                                                                     where p.person_id = m.recipient_person))))
                        order by m.mail_id desc""")
                .param("cluster", clusterId)
                .param("id", id)
                .query(WAITING)
                .list();
    }

    /** Whatever has become of it. */
    Optional<Waiting> find(String clusterId, long id) {
        return jdbc.sql(
                        "select " + COLUMNS
                                + " from klyngeflow.mail_outbox where cluster_id = :cluster and mail_id = :id and blanked_at is null")
                .param("cluster", clusterId)
                .param("id", id)
                .query(WAITING)
                .optional();
    }

    String reason(String clusterId, long id) {
        return jdbc.sql(
                        "select coalesce(reason, '') from klyngeflow.mail_outbox where cluster_id = :cluster and mail_id = :id")
                .param("cluster", clusterId)
                .param("id", id)
                .query(String.class)
                .single();
    }

    void correct(String clusterId, long id, String address) {
        jdbc.sql("""
                        update klyngeflow.mail_outbox set recipient_address = :address
                        where cluster_id = :cluster and mail_id = :id and state = 'FAILED'
                        """)
                .param("cluster", clusterId)
                .param("id", id)
                .param("address", address)
                .update();
    }

    /** @param createdAfter older ones stay as they are */
    void sendAgain(String clusterId, long id, Instant now, Instant createdAfter) {
        jdbc.sql("""
                        update klyngeflow.mail_outbox
                        set state = 'WAITING', due_at = :now, attempts = 0, first_tried_at = null, done_at = null, reason = null,
                          returned_at = coalesce(returned_at, done_at), returned_reason = coalesce(returned_reason, reason)
                        where cluster_id = :cluster and mail_id = :id and state = 'FAILED' and created_at > :after
                        """)
                .param("cluster", clusterId)
                .param("id", id)
                .param("now", Timestamp.from(now))
                .param("after", Timestamp.from(createdAfter))
                .update();
    }

    void giveUp(String clusterId, long id, Instant now) {
        jdbc.sql("""
                        update klyngeflow.mail_outbox set state = 'GIVEN_UP', done_at = :now
                        where cluster_id = :cluster and mail_id = :id and state = 'FAILED'
                        """)
                .param("cluster", clusterId)
                .param("id", id)
                .param("now", Timestamp.from(now))
                .update();
    }

    private static <T> T read(String text, TypeReference<T> type) {
        try {
            return JSON.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what we wrote ourselves", e);
        }
    }
}
