package dk.klyngeflow.members;

import dk.klyngeflow.engine.CopenhagenTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which practice somebody works in today. */
@Repository
public class PracticeOfMember {

    private final JdbcClient jdbc;
    private final Practices practices;
    private final CopenhagenTime time;

    PracticeOfMember(JdbcClient jdbc, Practices practices, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.practices = practices;
        this.time = time;
    }

    /** Its provider number. */
    public Optional<String> of(String clusterId, String personId) {
        return jdbc.sql("""
                        select min(provider_number) from klyngeflow.role_holder
                        where cluster_id = :cluster and person_id = :person and provider_number is not null
                          and from_day <= :today and (until_day is null or until_day > :today)""")
                .param("cluster", clusterId)
                .param("person", personId)
                .param("today", time.today())
                .query((row, number) -> Optional.ofNullable(row.getString(1)))
                .single();
    }

    /** True while a practice of this number is of the cluster. */
    public boolean isOf(String clusterId, String providerNumber) {
        return practices
                .find(clusterId, providerNumber)
                .filter(practice -> !practice.isOver(time.today()))
                .isPresent();
    }

    /** Its name with the number; empty when the cluster does not know it. */
    public String shown(String clusterId, String providerNumber) {
        return practices.find(clusterId, providerNumber).map(Practice::shown).orElse("");
    }
}
