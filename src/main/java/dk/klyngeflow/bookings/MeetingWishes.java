package dk.klyngeflow.bookings;

import dk.klyngeflow.gatherings.Meeting;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom the coordinator wants to ask first for a meeting; nothing is kept where the first on the list will do. */
@Repository
public class MeetingWishes {

    private final JdbcClient jdbc;

    MeetingWishes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<String> of(Meeting meeting, BookingKind kind) {
        return jdbc.sql("""
                        select supplier_id from klyngeflow.meeting_wish
                        where cluster_id = :cluster and meeting_id = :id and kind = :kind""")
                .param("cluster", meeting.clusterId())
                .param("id", meeting.meetingId())
                .param("kind", kind.name())
                .query(String.class)
                .optional();
    }

    /** True when the topic is the speaker's own: another one is only proposed. */
    public boolean isSpeakerSpecial(Meeting meeting) {
        return jdbc.sql("""
                        select is_speaker_special from klyngeflow.meeting
                        where cluster_id = :cluster and meeting_id = :id""")
                .param("cluster", meeting.clusterId())
                .param("id", meeting.meetingId())
                .query(Boolean.class)
                .single();
    }

    public void speakerIsSpecial(Meeting meeting, boolean isSpecial) {
        jdbc.sql("""
                        update klyngeflow.meeting set is_speaker_special = :special
                        where cluster_id = :cluster and meeting_id = :id""")
                .param("special", isSpecial)
                .param("cluster", meeting.clusterId())
                .param("id", meeting.meetingId())
                .update();
    }

    /** Whom to ask first from now on. */
    public void set(Meeting meeting, BookingKind kind, String supplierId) {
        jdbc.sql("""
                        insert into klyngeflow.meeting_wish (cluster_id, meeting_id, kind, supplier_id)
                        values (:cluster, :id, :kind, :supplier)
                        on conflict (cluster_id, meeting_id, kind) do update set supplier_id = excluded.supplier_id""")
                .param("cluster", meeting.clusterId())
                .param("id", meeting.meetingId())
                .param("kind", kind.name())
                .param("supplier", supplierId)
                .update();
    }

    /** Instead of what was wished before. @param wishes suppliers' ids by kind */
    public void set(Meeting meeting, Map<BookingKind, String> wishes) {
        jdbc.sql("delete from klyngeflow.meeting_wish where cluster_id = :cluster and meeting_id = :id")
                .param("cluster", meeting.clusterId())
                .param("id", meeting.meetingId())
                .update();
        wishes.forEach((kind, supplier) -> jdbc.sql("""
                        insert into klyngeflow.meeting_wish (cluster_id, meeting_id, kind, supplier_id)
                        values (:cluster, :id, :kind, :supplier)""")
                .param("cluster", meeting.clusterId())
                .param("id", meeting.meetingId())
                .param("kind", kind.name())
                .param("supplier", supplier)
                .update());
    }
}
