package dk.klyngeflow.foundings;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows;
import dk.klyngeflow.foundings.FoundingPractice.Reply;
import java.sql.Timestamp;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The practices of each founding, and their answers. */
@Repository
public class FoundingPractices {

    private static final Rows<FoundingPractice> ROW = Rows.of(FoundingPractice.class, "founding_practice");

    private final JdbcClient jdbc;
    private final CopenhagenTime time;

    FoundingPractices(JdbcClient jdbc, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** @return false when it is on the list already; nothing is then changed */
    public boolean add(String clusterId, String number, String name, @Nullable Integer patients, String contactId) {
        return jdbc.sql("""
                        insert into klyngeflow.founding_practice (cluster_id, provider_number, name, patients, contact_id)
                        values (:cluster, :number, :name, :patients, :contact) on conflict do nothing""")
                        .param("cluster", clusterId)
                        .param("number", number)
                        .param("name", name)
                        .param("patients", patients)
                        .param("contact", contactId)
                        .update()
                == 1;
    }

    /** By name. */
    public List<FoundingPractice> of(String clusterId) {
        return jdbc.sql("""
                        select * from klyngeflow.founding_practice where cluster_id = :cluster
                        order by name, provider_number""").param("cluster", clusterId).query(ROW).list();
    }

    public List<FoundingPractice> joined(String clusterId) {
        return of(clusterId).stream().filter(FoundingPractice::hasJoined).toList();
    }

    public Optional<FoundingPractice> find(String clusterId, String number) {
        return of(clusterId).stream()
                .filter(practice -> practice.providerNumber().equals(number))
                .findFirst();
    }

    /** The same practice in other foundings that are under way and to which it has not said no. */
    public List<FoundingPractice> elsewhere(FoundingPractice practice) {
        return jdbc.sql("""
                        select p.* from klyngeflow.founding_practice p join klyngeflow.founding f using (cluster_id)
                        where p.provider_number = :number and p.cluster_id <> :cluster
                          and f.ended_at is null and p.reply is distinct from 'DECLINED'
                        order by p.cluster_id""")
                .param("number", practice.providerNumber())
                .param("cluster", practice.clusterId())
                .query(ROW)
                .list();
    }

    /** One answer of one practice at a time, in all foundings. */
    public void lock(String number) {
        jdbc.sql(
                        "select 1 from klyngeflow.founding_practice where provider_number = :number order by cluster_id for update")
                .param("number", number)
                .query(Integer.class)
                .list();
    }

    public void invited(FoundingPractice practice) {
        jdbc.sql("""
                        update klyngeflow.founding_practice set invited_at = :now
                        where cluster_id = :cluster and provider_number = :number""")
                .param("cluster", practice.clusterId())
                .param("number", practice.providerNumber())
                .param("now", Timestamp.from(time.now()))
                .update();
    }

    public void cameBack(FoundingPractice practice, long mailId) {
        jdbc.sql("""
                        update klyngeflow.founding_practice set bounced_mail = :mail
                        where cluster_id = :cluster and provider_number = :number""")
                .param("cluster", practice.clusterId())
                .param("number", practice.providerNumber())
                .param("mail", mailId)
                .update();
    }

    /** Somebody else answers for it from now on, or the same at another address. */
    public void contact(FoundingPractice practice, String contactId) {
        jdbc.sql("""
                        update klyngeflow.founding_practice
                        set contact_id = :contact, bounced_mail = null,
                            former_contacts = trim(former_contacts || ' ' || contact_id)
                        where cluster_id = :cluster and provider_number = :number""")
                .param("cluster", practice.clusterId())
                .param("number", practice.providerNumber())
                .param("contact", contactId)
                .update();
    }

    public void reply(FoundingPractice practice, Reply reply, @Nullable Integer patients) {
        jdbc.sql("""
                        update klyngeflow.founding_practice
                        set reply = :reply, replied_at = :now, patients = coalesce(:patients::integer, patients)
                        where cluster_id = :cluster and provider_number = :number""")
                .param("cluster", practice.clusterId())
                .param("number", practice.providerNumber())
                .param("reply", reply.name())
                .param("patients", patients)
                .param("now", Timestamp.from(time.now()))
                .update();
    }
}
