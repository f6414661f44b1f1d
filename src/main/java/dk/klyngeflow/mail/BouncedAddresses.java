package dk.klyngeflow.mail;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Addresses from which mails came back. To one that does not exist nothing more is sent until somebody has looked at it; of one that has only
 * made trouble, such as a full mailbox, it is remembered when somebody was told.
 */
@Repository
class BouncedAddresses {

    private final JdbcClient jdbc;

    BouncedAddresses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void mark(String clusterId, String address, Instant now) {
        jdbc.sql("""
                        insert into klyngeflow.mail_bounce (cluster_id, address, bounced_at, dead) values (:cluster, :address, :now, true)
                        on conflict (cluster_id, address) do update set bounced_at = excluded.bounced_at, dead = true""")
                .param("cluster", clusterId)
                .param("address", plain(address))
                .param("now", Timestamp.from(now))
                .update();
    }

    /** @return false when somebody was told of trouble with this address later than that: it is then not told again */
    boolean mayTell(String clusterId, String address, Instant now, Instant toldBefore) {
        return jdbc.sql("""
                                insert into klyngeflow.mail_bounce (cluster_id, address, bounced_at, dead, told_at)
                                values (:cluster, :address, :now, false, :now)
                                on conflict (cluster_id, address) do update set told_at = excluded.told_at
                                where mail_bounce.told_at is null or mail_bounce.told_at <= :before""")
                        .param("cluster", clusterId)
                        .param("address", plain(address))
                        .param("now", Timestamp.from(now))
                        .param("before", Timestamp.from(toldBefore))
                        .update()
                == 1;
    }

    boolean isMarked(String clusterId, String address) {
        return jdbc.sql(
                                "select count(*) from klyngeflow.mail_bounce where cluster_id = :cluster and address = :address and dead")
                        .param("cluster", clusterId)
                        .param("address", plain(address))
                        .query(Long.class)
                        .single()
                > 0;
    }

    void unmark(String clusterId, String address) {
        jdbc.sql("delete from klyngeflow.mail_bounce where cluster_id = :cluster and address = :address")
                .param("cluster", clusterId)
                .param("address", plain(address))
                .update();
    }

    /** After so long somebody else may have it. */
    void forget(Instant before) {
        jdbc.sql("delete from klyngeflow.mail_bounce where bounced_at < :before")
                .param("before", Timestamp.from(before))
                .update();
    }

    private static String plain(String address) {
        return address.strip().toLowerCase(Locale.ROOT);
    }
}
