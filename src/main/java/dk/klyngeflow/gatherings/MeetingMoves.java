package dk.klyngeflow.gatherings;

import dk.klyngeflow.engine.Rows;
import dk.klyngeflow.engine.Rows.Column;
import dk.klyngeflow.engine.TransactionMemory;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** From when and why meetings were moved. */
@Repository
public class MeetingMoves {

    private static final Rows<Move> ROW = Rows.of(Move.class, "meeting_move");

    private final JdbcClient jdbc;
    private final TransactionMemory<List<Object>, Optional<Move>> memory = new TransactionMemory<>();

    MeetingMoves(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param from when the meeting was to be before */
    public record Move(@Column("moved_from") Instant from, String reason) {}

    /** @param before the meeting as it was */
    public void add(Meeting before, String reason) {
        memory.forget(List.of(before.clusterId(), before.meetingId(), before.sequence() + 1));
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
    public Optional<Move> latest(Meeting meeting) {
        return memory.get(
                List.of(meeting.clusterId(), meeting.meetingId(), meeting.sequence()),
                () -> jdbc.sql("""
                        select moved_from, reason from klyngeflow.meeting_move
                        where cluster_id = :cluster and meeting_id = :meeting and sequence <= :sequence
                        order by sequence desc limit 1""")
                        .param("cluster", meeting.clusterId())
                        .param("meeting", meeting.meetingId())
                        .param("sequence", meeting.sequence())
                        .query(ROW)
                        .optional());
    }

    /** The date that people may still have in their heads, in words; empty when there is none. */
    public String before(Meeting meeting) {
        return latest(meeting).map(move -> Meeting.when(move.from())).orElse("");
    }
}
