package dk.klyngeflow.annualaccounts;

import dk.klyngeflow.engine.Rows;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The drafts of each year's accounts. */
@Repository
class Drafts {

    private static final Rows<Draft> ROW = Rows.of(Draft.class, "annual_draft");

    private final JdbcClient jdbc;

    Drafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The oldest first. */
    List<Draft> all(String clusterId, int year) {
        return jdbc.sql(
                        "select * from klyngeflow.annual_draft where cluster_id = :cluster and year = :year order by version")
                .param("cluster", clusterId)
                .param("year", year)
                .query(ROW)
                .list();
    }

    Optional<Draft> latest(String clusterId, int year) {
        List<Draft> all = all(clusterId, year);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    void add(Draft draft) {
        jdbc.sql("""
                        insert into klyngeflow.annual_draft (cluster_id, year, version, books_draft, basis, document_id, sha256,
                          tables_id, bundle_id, made_at)
                        values (:cluster_id, :year, :version, :books_draft, :basis, :document_id, :sha256,
                          :tables_id, :bundle_id, :made_at)""").params(ROW.values(draft)).update();
    }
}
