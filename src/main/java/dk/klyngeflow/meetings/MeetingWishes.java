package dk.klyngeflow.meetings;

import dk.klyngeflow.bookings.BookingKind;
import dk.klyngeflow.gatherings.Meeting;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom the coordinator wants to ask first for a meeting; nothing is kept where the first on the list will do. */
@Repository
class MeetingWishes {

    private final JdbcClient jdbc;

    MeetingWishes(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> of(Meeting meeting, BookingKind kind) {
        return jdbc.sql("""
                        select supplier_id from klyngeflow.meeting_wish
                        where cluster_id = :cluster and meeting_id = :id and kind = :kind""")
                .param("cluster", meeting.clusterId())
                .param("id", meeting.meetingId())
                .param("kind", kind.name())
                .query(String.class)
                .optional();
    }

    /** Instead of what was wished before. @param wishes suppliers' ids by kind */
    void set(Meeting meeting, Map<BookingKind, String> wishes) {
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
