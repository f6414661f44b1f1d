package dk.klyngeflow.mail;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Addresses from which mails came back. Nothing more is sent there until somebody has looked at it. */
@Repository
class BouncedAddresses {

    private final JdbcClient jdbc;

    BouncedAddresses(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void mark(String clusterId, String address, Instant now) {
        jdbc.sql("""
                        insert into klyngeflow.mail_bounce (cluster_id, address, bounced_at) values (:cluster, :address, :now)
                        on conflict (cluster_id, address) do update set bounced_at = excluded.bounced_at""")
                .param("cluster", clusterId)
                .param("address", plain(address))
                .param("now", Timestamp.from(now))
                .update();
    }

    boolean isMarked(String clusterId, String address) {
        return jdbc.sql(
                                "select count(*) from klyngeflow.mail_bounce where cluster_id = :cluster and address = :address")
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
