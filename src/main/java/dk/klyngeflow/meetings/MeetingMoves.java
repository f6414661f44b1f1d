package dk.klyngeflow.meetings;

import dk.klyngeflow.engine.Rows.Column;
import dk.klyngeflow.engine.Rows;
import dk.klyngeflow.gatherings.Meeting;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** From when and why meetings were moved. */
@Repository
class MeetingMoves {

    private static final Rows<Move> ROW = Rows.of(Move.class, "meeting_move");

    private final JdbcClient jdbc;

    MeetingMoves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Move(@Column("moved_from") Instant from, String reason) {}

    /** @param before the meeting as it was */
    void add(Meeting before, String reason) {
        jdbc.sql("""
                        insert into klyngeflow.meeting_move (cluster_id, meeting_id, sequence, moved_from, reason)
                        values (:cluster, :meeting, :sequence, :from, :reason)""")
                .param("cluster", before.clusterId())
                .param("meeting", before.meetingId())
                .param("sequence", before.sequence() + 1)
                .param("from", Timestamp.from(before.start()))
                .param("reason", reason)
                .update();
    }

    /** What brought the meeting to the date that it has, or had when it was cancelled; empty when it has never been moved. */
    Optional<Move> latest(Meeting meeting) {
        return jdbc.sql("""
                        select moved_from, reason from klyngeflow.meeting_move
                        where cluster_id = :cluster and meeting_id = :meeting and sequence <= :sequence
                        order by sequence desc limit 1""")
                .param("cluster", meeting.clusterId())
                .param("meeting", meeting.meetingId())
                .param("sequence", meeting.sequence())
                .query(ROW)
                .optional();
    }

    /** The date that people may still have in their heads, in words; empty when there is none. */
    String before(Meeting meeting) {
        return latest(meeting).map(move -> Meeting.when(move.from())).orElse("");
    }
}
