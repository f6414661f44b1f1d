package dk.klyngeflow.handover;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.pages.CasesUnderWay;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The post as coordinator on its way to the next one, and leaves that are agreed or under way. */
@Repository
@Order(8)
class HandoverStandings implements CasesUnderWay {

    private final JdbcClient jdbc;
    private final CopenhagenTime time;

    HandoverStandings(JdbcClient jdbc, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    @Override
    public Set<String> processes() {
        return Set.of(CoordinatorHandover.KEY, CoordinatorStandIn.KEY);
    }

    @Override
    public List<Standing> in(@Nullable String clusterId) {
        String inIt = clusterId == null ? "" : " and cluster_id = :cluster";
        return jdbc.sql("""
                        select cluster_id, 'HANDOVER' as what, day, parted_at is not null as parted, taken_at is not null as taken,
                               greatest(started_at, parted_at, taken_at) as since
                        from klyngeflow.handover where ended_at is null and moved_at is null""" + inIt + """

                        union all
                        select cluster_id, 'LEAVE', from_day, false, false, arranged_at
                        from klyngeflow.coordinator_leave where ended_at is null""" + inIt)
                .param("cluster", clusterId)
                .query((row, number) -> {
                    String cluster = row.getString("cluster_id");
                    LocalDate day = row.getObject("day", LocalDate.class);
                    boolean isLeave = row.getString("what").equals("LEAVE");
                    return new Standing(
                            cluster,
                            isLeave ? "Orlov" : "Overdragelse",
                            (isLeave ? "fra " : "til ") + DanishTime.DAY.format(day),
                            "/overdragelse/" + cluster,
                            isLeave
                                    ? day.isAfter(time.today()) ? "Aftalt" : "Stedfortræderen har posten"
                                    : waitsFor(row.getBoolean("parted"), row.getBoolean("taken")),
                            row.getTimestamp("since").toInstant());
                })
                .list();
    }

    private static String waitsFor(boolean isParted, boolean isTaken) {
        if (isParted && isTaken) {
            return "Begge har bekræftet";
        }
        return isParted || isTaken ? "Den ene har bekræftet" : "Ingen har bekræftet";
    }
}
