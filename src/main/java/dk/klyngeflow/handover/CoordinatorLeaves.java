package dk.klyngeflow.handover;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The leaves of coordinators, past, under way and to come. */
@Repository
class CoordinatorLeaves {

    private static final String SELECT = "select * from klyngeflow.coordinator_leave where cluster_id = :cluster ";
    private static final Rows<CoordinatorLeave> ROW = Rows.of(CoordinatorLeave.class, "coordinator_leave");

    private final JdbcClient jdbc;
    private final CopenhagenTime time;

    CoordinatorLeaves(JdbcClient jdbc, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    CoordinatorLeave add(String clusterId, String absent, String standIn, LocalDate from, LocalDate until, String by) {
        String id = UUID.randomUUID().toString();
        int year = time.today().getYear();
        // by year, as old ones are forgotten: no number is given twice
        int number = jdbc.sql("""
                        select count(*) + 1 from klyngeflow.coordinator_leave
                        where cluster_id = :cluster and business_key like :year""")
                .param("cluster", clusterId)
                .param("year", clusterId + "/orlov-" + year + "-%")
                .query(Integer.class)
                .single();
        jdbc.sql("""
                        insert into klyngeflow.coordinator_leave
                          (cluster_id, leave_id, business_key, absent, stand_in, from_day, until_day, arranged_by, arranged_at)
                        values (:cluster, :id, :key, :absent, :standIn, :from, :until, :by, :now)""")
                .param("cluster", clusterId)
                .param("id", id)
                .param("key", clusterId + "/orlov-" + year + "-" + number)
                .param("absent", absent)
                .param("standIn", standIn)
                .param("from", from)
                .param("until", until)
                .param("by", by)
                .param("now", Timestamp.from(time.now()))
                .update();
        return get(clusterId, id);
    }

    Optional<CoordinatorLeave> find(String clusterId, String leaveId) {
        return jdbc.sql(SELECT + "and leave_id = :id")
                .param("cluster", clusterId)
                .param("id", leaveId)
                .query(ROW)
                .optional();
    }

    /** @throws IllegalStateException when there is none */
    CoordinatorLeave get(String clusterId, String leaveId) {
        return find(clusterId, leaveId)
                .orElseThrow(() -> new IllegalStateException("no leave " + leaveId + " in " + clusterId));
    }

    /** Those that have not ended, the next first. */
    List<CoordinatorLeave> open(String clusterId) {
        return jdbc.sql(SELECT + "and ended_at is null order by from_day")
                .param("cluster", clusterId)
                .query(ROW)
                .list();
    }

    void until(CoordinatorLeave leave, LocalDate until) {
        jdbc.sql("update klyngeflow.coordinator_leave set until_day = :until where leave_id = :id")
                .param("until", until)
                .param("id", leave.leaveId())
                .update();
    }

    void ended(CoordinatorLeave leave) {
        jdbc.sql("update klyngeflow.coordinator_leave set ended_at = :now where leave_id = :id and ended_at is null")
                .param("now", Timestamp.from(time.now()))
                .param("id", leave.leaveId())
                .update();
    }

    /** @return how many were over before then and are forgotten */
    int forget(Instant before) {
        return jdbc.sql("delete from klyngeflow.coordinator_leave where ended_at < :before")
                .param("before", Timestamp.from(before))
                .update();
    }
}
