package dk.klyngeflow.handover;

import dk.klyngeflow.members.Unfinished;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** A post as coordinator that is being handed over. */
@Repository
@Order(5)
class HandoversUnderWay implements Unfinished {

    private final JdbcClient jdbc;

    HandoversUnderWay(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Matter> in(String clusterId) {
        return jdbc.sql("""
                        select 1 from klyngeflow.handover
                        where cluster_id = :cluster and ended_at is null and moved_at is null""")
                .param("cluster", clusterId)
                .query((row, number) -> new Matter(
                        false, "Posten som koordinator er ved at blive overdraget. Klyngen lukkes, før det er sket."))
                .list();
    }
}
