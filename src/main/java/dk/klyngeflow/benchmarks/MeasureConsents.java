package dk.klyngeflow.benchmarks;

import dk.klyngeflow.engine.CopenhagenTime;
import java.sql.Timestamp;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What each practice has said about its figures in one measure: that they may be used, and that it may be shown by name. */
@Repository
class MeasureConsents {

    private final JdbcClient jdbc;
    private final CopenhagenTime time;

    MeasureConsents(JdbcClient jdbc, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    enum Kind {
        /** Its figures are among those of the cluster; without an answer they are, since the file has them by an accept. */
        DATA,
        /** By name; without an answer it is not. */
        NAME
    }

    void answer(String clusterId, String measureId, String provider, Kind kind, boolean accepts, String by) {
        jdbc.sql("""
                        insert into klyngeflow.measure_consent
                          (cluster_id, measure_id, provider_number, kind, accepts, person_id, answered_at)
                        values (:cluster, :measure, :provider, :kind, :accepts, :by, :now)
                        on conflict (cluster_id, measure_id, provider_number, kind) do update
                        set accepts = excluded.accepts, person_id = excluded.person_id, answered_at = excluded.answered_at""")
                .param("cluster", clusterId)
                .param("measure", measureId)
                .param("provider", provider)
                .param("kind", kind.name())
                .param("accepts", accepts)
                .param("by", by)
                .param("now", Timestamp.from(time.now()))
                .update();
    }

    /** The practices that have said this, and not otherwise since. */
    Set<String> saying(String clusterId, String measureId, Kind kind, boolean accepts) {
        return jdbc.sql("""
                        select provider_number from klyngeflow.measure_consent
                        where cluster_id = :cluster and measure_id = :measure and kind = :kind and accepts = :accepts""")
                .param("cluster", clusterId)
                .param("measure", measureId)
                .param("kind", kind.name())
                .param("accepts", accepts)
                .query(String.class)
                .set();
    }
}
