package dk.klyngeflow.mail;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which mails belong together. */
@Repository
public class MailThreads {

    private final JdbcClient jdbc;

    MailThreads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The case of our mail that somebody answers; empty when none of the ids is of a case of this cluster. */
    public Optional<String> caseOf(String clusterId, List<String> messageIds) {
        return jdbc.sql("""
                        select case_key from klyngeflow.mail_outbox
                        where cluster_id = :cluster and message_id = any(:ids) and case_key is not null
                        order by mail_id desc limit 1""")
                .param("cluster", clusterId)
                .param("ids", messageIds.toArray(String[]::new))
                .query(String.class)
                .optional();
    }

    /** True when one of these is a mail that the cluster has sent. */
    public boolean isOurs(String clusterId, List<String> messageIds) {
        return jdbc.sql(
                                "select count(*) from klyngeflow.mail_outbox where cluster_id = :cluster and message_id = any(:ids)")
                        .param("cluster", clusterId)
                        .param("ids", messageIds.toArray(String[]::new))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Message-ID of the newest mail of a case to this address; empty when there is none. */
    public String newestTo(String clusterId, String caseKey, String address) {
        return jdbc.sql("""
                        select message_id from klyngeflow.mail_outbox
                        where cluster_id = :cluster and case_key = :case and lower(recipient_address) = lower(:address)
                        order by mail_id desc limit 1""")
                .param("cluster", clusterId)
                .param("case", caseKey)
                .param("address", address)
                .query(String.class)
                .optional()
                .orElse("");
    }
}
