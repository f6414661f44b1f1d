package dk.klyngeflow.election;

import dk.klyngeflow.members.Post;
import dk.klyngeflow.members.Unfinished;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Elections whose voters wait for a result. */
@Repository
@Order(4)
class ElectionsUnderWay implements Unfinished {

    private final JdbcClient jdbc;

    ElectionsUnderWay(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Matter> in(String clusterId) {
        return jdbc.sql("""
                        select post from klyngeflow.election
                        where cluster_id = :cluster and ended_at is null
                        order by number""")
                .param("cluster", clusterId)
                .query((row, number) -> new Matter(
                        true,
                        "Valget til posten "
                                + Post.valueOf(row.getString("post")).danish()
                                + " er ikke afsluttet. Vent, til det er afgjort, eller aflys det på siden Valg, så alle på"
                                + " valglisten får besked."))
                .list();
    }
}
