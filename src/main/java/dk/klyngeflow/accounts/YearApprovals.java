package dk.klyngeflow.accounts;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.security.Refused;
import java.sql.Timestamp;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who has approved the draft of a year's accounts. What is posted after the lock is a new draft, which nobody has approved yet. */
@Repository
public class YearApprovals {

    private final JdbcClient jdbc;
    private final AccountingYears years;
    private final CopenhagenTime time;

    YearApprovals(JdbcClient jdbc, AccountingYears years, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.years = years;
        this.time = time;
    }

    /**
     * Approves the draft a person has seen.
     *
     * @throws Refused when the year is not locked, or has a newer draft
     */
    @Transactional
    public void approve(String clusterId, int year, int draft, String personId) {
        years.lockBooks(clusterId);
        if (years.state(clusterId, year) != YearState.LOCKED || years.draft(clusterId, year) != draft) {
            throw Refused.conflict("Udkastet er ændret, siden du så det. Se det nye udkast.", Map.of());
        }
        jdbc.sql("""
                        insert into klyngeflow.year_approval (cluster_id, year, draft, person_id, approved_at)
                        values (:cluster, :year, :draft, :person, :at) on conflict do nothing""")
                .param("cluster", clusterId)
                .param("year", year)
                .param("draft", draft)
                .param("person", personId)
                .param("at", Timestamp.from(time.now()))
                .update();
    }

    /** Of the newest draft. */
    public List<String> valid(String clusterId, int year) {
        return jdbc.sql("""
                        select a.person_id from klyngeflow.year_approval a
                        join klyngeflow.accounting_year y on y.cluster_id = a.cluster_id and y.year = a.year and y.draft = a.draft
                        where a.cluster_id = :cluster and a.year = :year order by a.person_id""")
                .param("cluster", clusterId)
                .param("year", year)
                .query(String.class)
                .list();
    }
}
