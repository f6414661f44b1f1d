package dk.klyngeflow.gatherings;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is kept of each held meeting: who noted, what was said, and the documents made of it. */
@Repository
public class WrapUps {

    private static final Rows<WrapUp> ROW = Rows.of(WrapUp.class, "meeting_wrap_up");

    private final JdbcClient jdbc;
    private final CopenhagenTime time;

    WrapUps(JdbcClient jdbc, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Begins with nothing known; doing it again changes nothing. */
    public void open(Meeting meeting) {
        jdbc.sql("""
                        insert into klyngeflow.meeting_wrap_up (cluster_id, meeting_id)
                        values (:cluster, :meeting) on conflict do nothing""")
                .param("cluster", meeting.clusterId())
                .param("meeting", meeting.meetingId())
                .update();
    }

    /** Who was to note is known before anybody has said who came. */
    public void noteTaker(Meeting meeting, String personId) {
        jdbc.sql("""
                        update klyngeflow.meeting_wrap_up set note_taker = :person
                        where cluster_id = :cluster and meeting_id = :meeting and recorded_at is null""")
                .param("person", personId)
                .param("cluster", meeting.clusterId())
                .param("meeting", meeting.meetingId())
                .update();
    }

    public Optional<WrapUp> find(String clusterId, String meetingId) {
        return jdbc.sql(
                        "select * from klyngeflow.meeting_wrap_up where cluster_id = :cluster and meeting_id = :meeting")
                .param("cluster", clusterId)
                .param("meeting", meetingId)
                .query(ROW)
                .optional();
    }

    /** @throws IllegalStateException when the meeting has not been held */
    public WrapUp get(Meeting meeting) {
        return find(meeting.clusterId(), meeting.meetingId())
                .orElseThrow(() -> new IllegalStateException("meeting " + meeting.businessKey() + " was not held"));
    }

    public void recorded(Meeting meeting, @Nullable String noteTaker, String by) {
        jdbc.sql("""
                        update klyngeflow.meeting_wrap_up
                        set note_taker = :noteTaker, recorded_by = :by, recorded_at = :now
                        where cluster_id = :cluster and meeting_id = :meeting""")
                .param("noteTaker", noteTaker)
                .param("by", by)
                .param("now", now())
                .param("cluster", meeting.clusterId())
                .param("meeting", meeting.meetingId())
                .update();
    }

    /** @return false when the minutes are approved already: nothing is then changed */
    public boolean keyPoints(String clusterId, String meetingId, String text) {
        return jdbc.sql("""
                                update klyngeflow.meeting_wrap_up set key_points = :text, key_points_at = :now
                                where cluster_id = :cluster and meeting_id = :meeting and approved_at is null""")
                        .param("text", text)
                        .param("now", now())
                        .param("cluster", clusterId)
                        .param("meeting", meetingId)
                        .update()
                == 1;
    }

    public void approved(Meeting meeting, String keyPoints, String by) {
        jdbc.sql("""
                        update klyngeflow.meeting_wrap_up set key_points = :text, approved_by = :by, approved_at = :now
                        where cluster_id = :cluster and meeting_id = :meeting""")
                .param("text", keyPoints)
                .param("by", by)
                .param("now", now())
                .param("cluster", meeting.clusterId())
                .param("meeting", meeting.meetingId())
                .update();
    }

    public void minutes(Meeting meeting, String documentId) {
        jdbc.sql("""
                        update klyngeflow.meeting_wrap_up set minutes_document = :document
                        where cluster_id = :cluster and meeting_id = :meeting""")
                .param("document", documentId)
                .param("cluster", meeting.clusterId())
                .param("meeting", meeting.meetingId())
                .update();
    }

    public void attendance(Meeting meeting, String documentId) {
        jdbc.sql("""
                        update klyngeflow.meeting_wrap_up set attendance_document = :document
                        where cluster_id = :cluster and meeting_id = :meeting""")
                .param("document", documentId)
                .param("cluster", meeting.clusterId())
                .param("meeting", meeting.meetingId())
                .update();
    }

    /** Of these, the one who has noted least often, and of several the one whose turn is longest ago. */
    public Optional<String> nextInTurn(String clusterId, Collection<String> among) {
        return jdbc.sql("""
                        select c.person_id from unnest(:among::text[]) with ordinality as c(person_id, place)
                        left join klyngeflow.meeting_wrap_up w on w.cluster_id = :cluster and w.note_taker = c.person_id
                        left join klyngeflow.meeting m on m.cluster_id = w.cluster_id and m.meeting_id = w.meeting_id
                        group by c.person_id, c.place
                        order by count(w.meeting_id), max(m.starts_at) nulls first, c.place limit 1""")
                .param("among", among.toArray(String[]::new))
                .param("cluster", clusterId)
                .query(String.class)
                .optional();
    }

    private Timestamp now() {
        return Timestamp.from(time.now());
    }
}
