package dk.klyngeflow.members;

import dk.klyngeflow.engine.Rows;
import dk.klyngeflow.engine.TransactionMemory;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All clusters on this platform. */
@Repository
public class Clusters {

    private static final String SELECT =
            "select cluster_id, name, cvr, payment_mode, mail, region_name, iban from klyngeflow.cluster ";
    private static final Rows<Cluster> ROW = Rows.of(Cluster.class, "cluster");

    private static final String CLOSED = """
            select cluster_id, name, mail, closed_at, closed_by, confirmed, delete_from
            from klyngeflow.cluster where closed_at is not null
            """;

    private final JdbcClient jdbc;
    private final TransactionMemory<String, Optional<Cluster>> memory = new TransactionMemory<>();

    Clusters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<Cluster> find(String id) {
        Optional<Cluster> found = memory.get(
                id,
                () -> jdbc.sql(SELECT + "where cluster_id = :id")
                        .param("id", id)
                        .query(ROW)
                        .optional());
        if (found.isEmpty()) {
            // it may be opened in this transaction
            memory.forget(id);
        }
        return found;
    }

    /** @throws IllegalStateException when there is no such cluster: the caller has an id that it got from us */
    public Cluster get(String id) {
        return find(id).orElseThrow(() -> new IllegalStateException("no cluster " + id));
    }

    /** Those that are open; one that is still being founded, or is closed, is on no list. */
    public List<Cluster> all() {
        return jdbc.sql(SELECT + "where closed_at is null and not in_founding order by name")
                .query(ROW)
                .list();
    }

    /** Those that are closed and not deleted yet, the latest first. */
    public List<ClosedCluster> closed() {
        return jdbc.sql(CLOSED + "order by closed_at desc")
                .query(Clusters::readClosed)
                .list();
    }

    public Optional<ClosedCluster> closed(String id) {
        return jdbc.sql(CLOSED + "and cluster_id = :id")
                .param("id", id)
                .query(Clusters::readClosed)
                .optional();
    }

    public boolean isInFounding(String id) {
        return jdbc.sql("select in_founding from klyngeflow.cluster where cluster_id = :id")
                .param("id", id)
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    /** Its row has been written in this transaction. */
    void forget(String id) {
        memory.forget(id);
    }

    private static ClosedCluster readClosed(ResultSet row, int number) throws SQLException {
        return new ClosedCluster(
                row.getString("cluster_id"),
                row.getString("name"),
                row.getString("mail"),
                row.getTimestamp("closed_at").toInstant(),
                row.getString("closed_by"),
                row.getString("confirmed"),
                row.getObject("delete_from", LocalDate.class));
    }
}
