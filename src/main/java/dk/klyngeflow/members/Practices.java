package dk.klyngeflow.members;

import dk.klyngeflow.engine.CopenhagenTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The practices of each cluster and who works in them. */
@Repository
public class Practices {

    private final JdbcClient jdbc;
    private final CopenhagenTime time;

    Practices(JdbcClient jdbc, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** By a member's id the practice she works in today, as in {@code Lægerne Fyrvej (990101)}. */
    public Map<String, String> byMember(String clusterId) {
        Map<String, String> found = new HashMap<>();
        jdbc.sql("""
                        select r.person_id, p.name, p.provider_number from klyngeflow.role_holder r
                        join klyngeflow.practice p
                          on p.cluster_id = r.cluster_id and p.provider_number = r.provider_number
                        where r.cluster_id = :cluster and r.from_day <= :today
                          and (r.until_day is null or r.until_day > :today)""").param("cluster", clusterId).param("today", time.today()).query(row -> {
            found.put(
                    row.getString("person_id"), row.getString("name") + " (" + row.getString("provider_number") + ")");
        });
        return found;
    }

    /** The provider numbers of all that the cluster knows, also of those that have left. */
    public List<String> providerNumbers(String clusterId) {
        return jdbc.sql("select provider_number from klyngeflow.practice where cluster_id = :cluster")
                .param("cluster", clusterId)
                .query(String.class)
                .list();
    }
}
