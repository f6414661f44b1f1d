package dk.klyngeflow.gatherings;

import dk.klyngeflow.pages.CasesUnderWay;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Meetings that are neither over nor cancelled, with all that runs for them: dates, bookings, data, minutes and what follows. */
@Repository
@Order(4)
class MeetingStandings implements CasesUnderWay {

    private static final Set<String> PROCESSES =
            Set.of("meeting-cycle", "date-poll", "booking", "data-order", "meeting-wrap-up", "follow-up");

    private final JdbcClient jdbc;

    MeetingStandings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> processes() {
        return PROCESSES;
    }

    @Override
    public List<Standing> in(@Nullable String clusterId) {
        return jdbc.sql("""
                        select m.cluster_id, m.business_key, m.title, m.status, coalesce((
                          select max(e.at) from klyngeflow.meeting_event e
                          where e.cluster_id = m.cluster_id and e.meeting_id = m.meeting_id and e.kind in
                            ('DATES_ASKED', 'NO_DATE', 'DATE_CHOSEN', 'MOVED', 'INVITED', 'HELD', 'MINUTES_SENT')), m.created_at) as since
                        from klyngeflow.meeting m
                        where m.status not in ('CLOSED', 'CANCELLED')""" + (clusterId == null ? "" : " and m.cluster_id = :cluster"))
                .param("cluster", clusterId)
                .query((row, number) -> {
                    String cluster = row.getString("cluster_id");
                    String key = row.getString("business_key");
                    String title = row.getString("title");
                    String called = key.substring(key.indexOf('/') + 1);
                    return new Standing(
                            cluster,
                            "Møde",
                            called + (title.isBlank() ? "" : ": " + title),
                            "/moeder/" + cluster + "/" + called,
                            MeetingStatus.valueOf(row.getString("status")).danish(),
                            row.getTimestamp("since").toInstant());
                })
                .list();
    }
}
