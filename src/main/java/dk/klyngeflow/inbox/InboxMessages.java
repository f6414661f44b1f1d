package dk.klyngeflow.inbox;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which mails have been handled. */
@Repository
class InboxMessages {

    private static final long LOCK = 7_240_118L;

    private final JdbcClient jdbc;

    InboxMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What became of a mail; says to which folder it goes. */
    enum Outcome {
        REPLY,
        BOUNCE,
        DOCUMENTS,
        LETTER,
        SKIPPED
    }

    /** Lets one node at a time read the mailbox; held until the caller's transaction ends, also by the death of the node. */
    boolean lock() {
        return Boolean.TRUE.equals(jdbc.sql("select pg_try_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query(Boolean.class)
                .single());
    }

    /** @return false when it has been handled before; two at once wait here for one another */
    boolean begin(String clusterId, String key, Outcome outcome, Instant now) {
        return jdbc.sql("""
                                insert into klyngeflow.inbox_message (cluster_id, message_key, outcome, handled_at)
                                values (:cluster, :key, :outcome, :now)
                                on conflict (cluster_id, message_key) do nothing""")
                        .param("cluster", clusterId)
                        .param("key", key)
                        .param("outcome", outcome.name())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    Optional<Outcome> outcome(String clusterId, String key) {
        return jdbc.sql(
                        "select outcome from klyngeflow.inbox_message where cluster_id = :cluster and message_key = :key")
                .param("cluster", clusterId)
                .param("key", key)
                .query(String.class)
                .optional()
                .map(Outcome::valueOf);
    }

    void moved(String clusterId, String key, Instant now) {
        jdbc.sql("""
                        update klyngeflow.inbox_message set moved_at = :now
                        where cluster_id = :cluster and message_key = :key and moved_at is null""")
                .param("cluster", clusterId)
                .param("key", key)
                .param("now", Timestamp.from(now))
                .update();
    }

    /** What was dealt with so long ago does not come again; of a mail that a dying node had just moved, nobody could note that it was. */
    void forget(Instant before) {
        jdbc.sql("delete from klyngeflow.inbox_message where coalesce(moved_at, handled_at) < :before")
                .param("before", Timestamp.from(before))
                .update();
    }
}
