package dk.klyngeflow.benchmarks;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows;
import java.sql.Timestamp;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which measures are looked at at which meeting. */
@Repository
class MeetingMeasures {

    private static final Rows<Placed> ROW = Rows.of(Placed.class, "meeting_measure");

    private final JdbcClient jdbc;
    private final CopenhagenTime time;

    MeetingMeasures(JdbcClient jdbc, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    record Placed(String meetingId, String measureId, String period) {}

    void add(String clusterId, String meetingId, String measureId, String period) {
        jdbc.sql("""
                        insert into klyngeflow.meeting_measure (cluster_id, meeting_id, measure_id, period, added_at)
                        values (:cluster, :meeting, :measure, :period, :now) on conflict do nothing""")
                .param("cluster", clusterId)
                .param("meeting", meetingId)
                .param("measure", measureId)
                .param("period", period)
                .param("now", Timestamp.from(time.now()))
                .update();
    }

    /** What was laid with one meeting, the first laid first. */
    List<Placed> of(String clusterId, String meetingId) {
        return jdbc.sql("""
                        select meeting_id, measure_id, period from klyngeflow.meeting_measure
                        where cluster_id = :cluster and meeting_id = :meeting order by added_at, measure_id, period""")
                .param("cluster", clusterId)
                .param("meeting", meetingId)
                .query(ROW)
                .list();
    }

    /** The meetings at which a measure was looked at. */
    List<Placed> at(String clusterId, String measureId) {
        return jdbc.sql("""
                        select meeting_id, measure_id, period from klyngeflow.meeting_measure
                        where cluster_id = :cluster and measure_id = :measure order by added_at, meeting_id, period""")
                .param("cluster", clusterId)
                .param("measure", measureId)
                .query(ROW)
                .list();
    }
}
