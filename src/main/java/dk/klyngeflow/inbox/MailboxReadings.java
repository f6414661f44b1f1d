package dk.klyngeflow.inbox;

import dk.klyngeflow.engine.Rows;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How the readings of the mailbox go, of all nodes together: one reads, any of them may be asked. */
@Repository
class MailboxReadings {

    private static final Rows<Reading> ROWS = Rows.of(Reading.class, "mailbox_reading");

    private final JdbcClient jdbc;

    MailboxReadings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param readAt the last that went well
     * @param awaySince since when none goes well; empty when they do
     * @param fault what is wrong, in Danish, for an administrator
     * @param unread mails that wait in the mailbox after the last reading
     * @param oldestUnread when the oldest of them arrived
     */
    record Reading(
            @Nullable Instant readAt,
            @Nullable Instant awaySince,
            @Nullable String fault,
            int unread,
            @Nullable Instant oldestUnread) {}

    /** @param oldest when the oldest of the unread arrived */
    record Left(int unread, @Nullable Instant oldest) {}

    /** Empty before the first reading. */
    Optional<Reading> last() {
        return jdbc.sql("select * from klyngeflow.mailbox_reading").query(ROWS).optional();
    }

    void wentWell(Instant now, Left left) {
        jdbc.sql("""
                        insert into klyngeflow.mailbox_reading (read_at, unread, oldest_unread) values (:now, :unread, :oldest)
                        on conflict (only_one) do update
                        set read_at = excluded.read_at, away_since = null, fault = null, unread = excluded.unread,
                            oldest_unread = excluded.oldest_unread
                        """)
                .param("now", Timestamp.from(now))
                .param("unread", left.unread())
                .param("oldest", left.oldest() == null ? null : Timestamp.from(left.oldest()))
                .update();
    }

    void wentWrong(Instant now, String fault) {
        jdbc.sql("""
                        insert into klyngeflow.mailbox_reading (away_since, fault) values (:now, :fault)
                        on conflict (only_one) do update
                        set away_since = coalesce(mailbox_reading.away_since, excluded.away_since), fault = excluded.fault
                        """)
                .param("now", Timestamp.from(now))
                .param("fault", fault)
                .update();
    }
}
