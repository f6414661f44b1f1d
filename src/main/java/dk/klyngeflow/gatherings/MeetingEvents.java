package dk.klyngeflow.gatherings;

import dk.klyngeflow.engine.CopenhagenTime;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What has happened to each meeting, in order, for people to read. Only ever added to. */
@Repository
public class MeetingEvents {

    /** @param kind a Danish sentence without names, such as {@code Datoen er valgt}; @param personId null when the system did it */
    public record Event(String kind, @Nullable String personId, String text, Instant at) {}

    private final JdbcClient jdbc;
    private final CopenhagenTime time;

    MeetingEvents(JdbcClient jdbc, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    public void add(String clusterId, String meetingId, String kind, @Nullable String personId, String text) {
        jdbc.sql("""
                        insert into klyngeflow.meeting_event (cluster_id, meeting_id, kind, person_id, text, at)
                        values (:cluster, :id, :kind, :person, :text, :at)""")
                .param("cluster", clusterId)
                .param("id", meetingId)
                .param("kind", kind)
                .param("person", personId)
                .param("text", text)
                .param("at", Timestamp.from(time.now()))
                .update();
    }

    public List<Event> of(Meeting meeting) {
        return jdbc.sql("""
                        select kind, person_id, text, at from klyngeflow.meeting_event
                        where cluster_id = :cluster and meeting_id = :id order by event_id""")
                .param("cluster", meeting.clusterId())
                .param("id", meeting.meetingId())
                .query((row, number) -> new Event(
                        row.getString("kind"),
                        row.getString("person_id"),
                        row.getString("text"),
                        row.getTimestamp("at").toInstant()))
                .list();
    }
}
