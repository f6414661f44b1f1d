package dk.klyngeflow.gatherings;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.members.Unfinished;
import java.sql.Timestamp;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Meetings that people count on, and held ones without minutes. */
@Repository
@Order(3)
class MeetingsToCome implements Unfinished {

    private final JdbcClient jdbc;
    private final CopenhagenTime time;

    MeetingsToCome(JdbcClient jdbc, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    @Override
    public List<Matter> in(String clusterId) {
        return jdbc.sql("""
                        select starts_at, title, status in ('ARRANGING', 'INVITED') and starts_at > :now as is_to_come
                        from klyngeflow.meeting
                        where cluster_id = :cluster and starts_at is not null
                          and (status in ('ARRANGING', 'INVITED') or status = 'HELD')
                        order by starts_at, meeting_id""")
                .param("cluster", clusterId)
                .param("now", Timestamp.from(time.now()))
                .query((row, number) -> {
                    String meeting = "Mødet den "
                            + DanishTime.DAY.format(
                                    row.getTimestamp("starts_at").toInstant().atZone(CopenhagenTime.ZONE))
                            + (row.getString("title").isEmpty() ? "" : " („" + row.getString("title") + "“)");
                    return row.getBoolean("is_to_come")
                            ? new Matter(
                                    true,
                                    meeting + " er ikke holdt endnu. Aflys det på mødets side, så deltagere og"
                                            + " leverandører får afbud.")
                            : new Matter(false, meeting + " har intet godkendt referat. Klyngen lukkes uden.");
                })
                .list();
    }
}
