package dk.klyngeflow.followup;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows;
import java.sql.Timestamp;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What came of each meeting's topic when it was measured again. */
@Repository
public class ReMeasures {

    private static final Rows<ReMeasure> ROW = Rows.of(ReMeasure.class, "re_measure");

    private final JdbcClient jdbc;
    private final CopenhagenTime time;

    ReMeasures(JdbcClient jdbc, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    void keep(String clusterId, String meetingId, ReMeasure measured, String by) {
        jdbc.sql("""
                        insert into klyngeflow.re_measure
                            (cluster_id, meeting_id, measure, unit, before_value, after_value, lower_is_better, note,
                             before_document, after_document, declined_reason, answered_by, answered_at)
                        values (:cluster, :meeting, :measure, :unit, :before_value, :after_value, :lower_is_better, :note,
                                :before_document, :after_document, :declined_reason, :by, :now)""")
                .params(ROW.values(measured))
                .param("cluster", clusterId)
                .param("meeting", meetingId)
                .param("by", by)
                .param("now", Timestamp.from(time.now()))
                .update();
    }

    public Optional<ReMeasure> find(String clusterId, String meetingId) {
        return jdbc.sql("select * from klyngeflow.re_measure where cluster_id = :cluster and meeting_id = :meeting")
                .param("cluster", clusterId)
                .param("meeting", meetingId)
                .query(ROW)
                .optional();
    }
}
