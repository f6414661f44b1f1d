package dk.klyngeflow.mail;

import dk.klyngeflow.members.HangsOnPeople;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Mails that wait to be sent. */
@Repository
class MailsOfPeople implements HangsOnPeople {

    private final JdbcClient jdbc;

    MailsOfPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<Hung> now(String clusterId) {
        return jdbc.sql("""
                        select mail_id::text as what, coalesce(recipient_person, '') as person
                        from klyngeflow.mail_outbox
                        where cluster_id = :cluster and state = 'WAITING'""")
                .param("cluster", clusterId)
                .query((row, number) -> new Hung(row.getString("what"), row.getString("person")))
                .set();
    }

    @Override
    public String gone(int count) {
        return "";
    }

    @Override
    public String come(int count) {
        return count == 1 ? "1 mail sendes." : count + " mails sendes.";
    }
}
