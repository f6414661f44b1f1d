package dk.klyngeflow.foundings;

import dk.klyngeflow.engine.Rows;
import dk.klyngeflow.engine.Rows.Column;
import dk.klyngeflow.members.People;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The doctors of the practices that have joined. */
@Repository
public class FoundingDoctors {

    /** One who will be a member. */
    public record Doctor(
            String personId,
            String providerNumber,
            @Column(isJoined = true) String name,
            @Column(isJoined = true) String mail) {}

    private static final Rows<Doctor> ROW = Rows.of(Doctor.class, "founding_doctor");

    private final JdbcClient jdbc;

    FoundingDoctors(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of practices that have joined, by name. */
    public List<Doctor> of(String clusterId) {
        return jdbc.sql("select d.person_id, d.provider_number, " + People.NAME + ", " + People.MAIL + """
                         from klyngeflow.founding_doctor d join klyngeflow.person p using (person_id)
                        join klyngeflow.founding_practice f using (cluster_id, provider_number)
                        where d.cluster_id = :cluster and f.reply = 'JOINED' order by p.name, d.person_id""")
                .param("cluster", clusterId)
                .query(ROW)
                .list();
    }

    /** Those of one practice are these. */
    public void set(String clusterId, String number, Collection<String> people) {
        jdbc.sql("delete from klyngeflow.founding_doctor where cluster_id = :cluster and provider_number = :number")
                .param("cluster", clusterId)
                .param("number", number)
                .update();
        people.forEach(person -> jdbc.sql("""
                        insert into klyngeflow.founding_doctor (cluster_id, person_id, provider_number)
                        values (:cluster, :person, :number) on conflict do nothing""")
                .param("cluster", clusterId)
                .param("person", person)
                .param("number", number)
                .update());
    }

    /** Everybody who was ever asked, doctors and contacts. */
    Set<String> everybody(Founding founding) {
        Set<String> all = new LinkedHashSet<>(jdbc.sql("""
                        select person_id from klyngeflow.founding_doctor where cluster_id = :cluster
                        union select contact_id from klyngeflow.founding_practice where cluster_id = :cluster
                        union select unnest(string_to_array(former_contacts, ' ')) from klyngeflow.founding_practice
                        where cluster_id = :cluster""")
                .param("cluster", founding.clusterId())
                .query(String.class)
                .list());
        all.add(founding.founderId());
        return all;
    }
}
