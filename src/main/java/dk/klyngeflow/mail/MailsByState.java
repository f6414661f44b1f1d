package dk.klyngeflow.mail;

import dk.klyngeflow.engine.CopenhagenTime;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many mails of a cluster are in which state; never whose. */
@Repository
public class MailsByState {

    /** Back to here they are counted; what waits or has failed counts however old it is. */
    public static final Duration BACK = Duration.ofDays(90);

    private final JdbcClient jdbc;
    private final CopenhagenTime time;

    MailsByState(JdbcClient jdbc, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** @param state Danish */
    public record Counted(String state, long count) {}

    /** @param waiting of those how many should have been sent by now @param failed that nobody has settled */
    public record Trouble(String clusterId, long waiting, long failed) {}

    public List<Counted> of(String clusterId) {
        return jdbc.sql("""
                        select state, count(*) as mails from (
                          select state from klyngeflow.mail_outbox where cluster_id = :cluster and created_at >= :from
                          union all select state from klyngeflow.mail_outbox
                          where cluster_id = :cluster and created_at < :from and state in ('WAITING', 'FAILED')) mails
                        group by state order by array_position(array['WAITING', 'FAILED', 'SENT', 'NEEDLESS', 'GIVEN_UP'], state)""")
                .param("cluster", clusterId)
                .param("from", Timestamp.from(time.now().minus(BACK)))
                .query((row, number) -> new Counted(danish(row.getString("state")), row.getLong("mails")))
                .list();
    }

    /** Of every cluster that has any. */
    public List<Trouble> troubles() {
        return jdbc.sql("""
                        select cluster_id, sum(waiting) as waiting, sum(failed) as failed from (
                          select cluster_id, count(*) as waiting, 0 as failed from klyngeflow.mail_outbox
                          where state = 'WAITING' and due_at <= :now group by cluster_id
                          union all
                          select cluster_id, 0, count(*) from klyngeflow.mail_outbox where state = 'FAILED' group by cluster_id) mails
                        group by cluster_id""")
                .param("now", Timestamp.from(time.now()))
                .query((row, number) ->
                        new Trouble(row.getString("cluster_id"), row.getLong("waiting"), row.getLong("failed")))
                .list();
    }

    static String danish(String state) {
        return switch (state) {
            case "WAITING" -> "Venter på at blive sendt";
            case "FAILED" -> "Kom ikke frem";
            case "SENT" -> "Sendt";
            case "NEEDLESS" -> "Var ikke nødvendige alligevel";
            case "GIVEN_UP" -> "Kom ikke frem, og det er afgjort";
            default -> throw new IllegalStateException("no mail is " + state);
        };
    }
}
