package dk.klyngeflow.members;

import java.time.LocalDate;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Until when the registration of each cluster as an association is good. Joins the caller's transaction. */
@Repository
public class CvrRenewals {

    private static final int YEARS = 3;

    private final JdbcClient jdbc;

    CvrRenewals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** It was registered, or renewed, on this day. */
    public void registered(String clusterId, LocalDate day) {
        jdbc.sql("""
                        insert into klyngeflow.cvr_renewal (cluster_id, renew_by) values (:cluster, :day)
                        on conflict (cluster_id) do update set renew_by = excluded.renew_by""")
                .param("cluster", clusterId)
                .param("day", day.plusYears(YEARS))
                .update();
    }

    /** The last day on which it is good; empty when nobody has noted one. */
    public Optional<LocalDate> renewBy(String clusterId) {
        return jdbc.sql("select renew_by from klyngeflow.cvr_renewal where cluster_id = :cluster")
                .param("cluster", clusterId)
                .query(LocalDate.class)
                .optional();
    }
}
