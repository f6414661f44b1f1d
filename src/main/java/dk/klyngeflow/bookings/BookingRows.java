package dk.klyngeflow.bookings;

import dk.klyngeflow.engine.Rows.Column;
import dk.klyngeflow.engine.Rows;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The bookings as they are kept. */
@Repository
class BookingRows {

    private static final String SELECT = """
            select b.cluster_id, b.booking_id, b.case_key, b.kind, b.supplier_id, b.supplier_name, b.is_own, b.title,
                   b.starts_at, b.ends_at, b.place, b.people, b.price_oere, b.remark, b.status, b.was_confirmed, b.sequence,
                   b.uid, b.asked_at, b.answered_at, b.told_people, b.headcount_round
            from klyngeflow.booking b\s""";
    private static final Rows<Moved> MOVED = Rows.of(Moved.class, "booking");

    private static final Rows<SupplierBooking> ROW = Rows.of(SupplierBooking.class, "booking");

    private final JdbcClient jdbc;

    BookingRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One at a time for a meeting and kind, until the transaction ends: so that an old supplier's second thoughts and the question to
     * the next one do not cross.
     */
    void lock(String clusterId, String caseKey, BookingKind kind) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:what, 70))::text")
                .param("what", clusterId + " " + caseKey + " " + kind)
                .query(String.class)
                .single();
    }

    /** @return false when it is an own room that another meeting holds at that time */
    boolean insert(SupplierBooking booking) {
        return jdbc.sql("""
                        insert into klyngeflow.booking
                            (cluster_id, booking_id, case_key, kind, supplier_id, supplier_name, is_own, title, starts_at,
                             ends_at, place, people, price_oere, remark, status, was_confirmed, sequence, uid, asked_at,
                             answered_at, answered_by, told_people, headcount_round)
                        values (:cluster_id, :booking_id, :case_key, :kind, :supplier_id, :supplier_name, :is_own, :title, :starts_at,
                                :ends_at, :place, :people, :price_oere, :remark, :status, :was_confirmed, :sequence, :uid, :asked_at,
                                :answered_at, :answered_by, :told_people, :headcount_round)
                        on conflict on constraint booking_own_room_once do nothing""")
                        .params(ROW.values(booking))
                        .param("answered_by", booking.answeredAt() == null ? null : "CLUSTER")
                        .update()
                == 1;
    }

    Optional<SupplierBooking> find(String clusterId, String bookingId) {
        return jdbc.sql(SELECT + "where b.cluster_id = :cluster and b.booking_id = :id")
                .param("cluster", clusterId)
                .param("id", bookingId)
                .query(ROW)
                .optional();
    }

    /** Held until the transaction ends: two answers come one after the other. */
    Optional<SupplierBooking> findLocked(String clusterId, String bookingId) {
        return jdbc.sql(SELECT + "where b.cluster_id = :cluster and b.booking_id = :id for update")
                .param("cluster", clusterId)
                .param("id", bookingId)
                .query(ROW)
                .optional();
    }

    Optional<SupplierBooking> findByUid(String clusterId, String uid) {
        return jdbc.sql(SELECT + "where b.cluster_id = :cluster and b.uid = :uid")
                .param("cluster", clusterId)
                .param("uid", uid)
                .query(ROW)
                .optional();
    }

    /** In the order in which they were asked. */
    List<SupplierBooking> of(String clusterId, String caseKey) {
        return jdbc.sql(SELECT + "where b.cluster_id = :cluster and b.case_key = :case order by b.number")
                .param("cluster", clusterId)
                .param("case", caseKey)
                .query(ROW)
                .list();
    }

    List<SupplierBooking> liveLocked(String clusterId, String caseKey) {
        return jdbc.sql(SELECT + """
                        where b.cluster_id = :cluster and b.case_key = :case and b.status in ('ASKED', 'CONFIRMED')
                        order by b.kind for update""")
                .param("cluster", clusterId)
                .param("case", caseKey)
                .query(ROW)
                .list();
    }

    Optional<SupplierBooking> live(String clusterId, String caseKey, BookingKind kind) {
        return jdbc.sql(SELECT + """
                        where b.cluster_id = :cluster and b.case_key = :case and b.kind = :kind
                          and b.status in ('ASKED', 'CONFIRMED') for update""")
                .param("cluster", clusterId)
                .param("case", caseKey)
                .param("kind", kind.name())
                .query(ROW)
                .optional();
    }

    /** What another meeting holds the room for at that time. */
    Optional<SupplierBooking> holding(String clusterId, String supplierId, Instant start, Instant end) {
        return jdbc.sql(SELECT + """
                        where b.cluster_id = :cluster and b.supplier_id = :supplier and b.is_own
                          and b.status in ('ASKED', 'CONFIRMED') and b.starts_at < :end and b.ends_at > :start
                        order by b.starts_at limit 1""")
                .param("cluster", clusterId)
                .param("supplier", supplierId)
                .param("start", Timestamp.from(start))
                .param("end", Timestamp.from(end))
                .query(ROW)
                .optional();
    }

    /** What is agreed with a price and held within some days around. */
    List<SupplierBooking> priced(String clusterId, Instant from, Instant to) {
        return jdbc.sql(SELECT + """
                        where b.cluster_id = :cluster and b.status = 'CONFIRMED' and b.price_oere is not null
                          and b.starts_at >= :from and b.starts_at < :to
                        order by b.starts_at desc""")
                .param("cluster", clusterId)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query(ROW)
                .list();
    }

    /** What somebody outside the clusters has said yes to within that time, of all clusters. */
    List<SupplierBooking> confirmed(Instant from, Instant to) {
        return jdbc.sql(SELECT + """
                        where b.status = 'CONFIRMED' and not b.is_own and b.starts_at >= :from and b.starts_at < :to
                        order by b.number""")
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .query(ROW)
                .list();
    }

    /** @param by {@code LINK}, {@code CALENDAR} or the id of the person who phoned */
    void answer(SupplierBooking booking, BookingStatus status, @Nullable Long priceOere, String remark, String by, Instant at) {
        jdbc.sql("""
                        update klyngeflow.booking
                        set status = :status, price_oere = :price, remark = :remark, answered_by = :by, answered_at = :at,
                            was_confirmed = was_confirmed or :status = 'CONFIRMED'
                        where cluster_id = :cluster and booking_id = :id""")
                .param("status", status.name())
                .param("price", priceOere)
                .param("remark", remark)
                .param("by", by)
                .param("at", Timestamp.from(at))
                .param("cluster", booking.clusterId())
                .param("id", booking.bookingId())
                .update();
    }

    /** The same supplier is asked for another time: what it answered before no longer counts. */
    void move(SupplierBooking booking, Instant start, Instant end) {
        jdbc.sql("""
                        update klyngeflow.booking
                        set moved_from = starts_at, moved_until = ends_at, starts_at = :start, ends_at = :end, status = 'ASKED',
                            sequence = sequence + 1, answered_at = null, answered_by = null, was_confirmed = false,
                            told_people = null, told_diets = ''
                        where cluster_id = :cluster and booking_id = :id""")
                .param("start", Timestamp.from(start))
                .param("end", Timestamp.from(end))
                .param("cluster", booking.clusterId())
                .param("id", booking.bookingId())
                .update();
    }

    record Moved(
            @Column(value = "moved_from", isJoined = true) Instant from,
            @Column(value = "moved_until", isJoined = true) Instant until) {}

    /** The time for which the supplier was asked before; empty when it has been asked for one only. */
    Optional<Moved> moved(SupplierBooking booking) {
        return jdbc.sql("""
                        select moved_from, moved_until from klyngeflow.booking
                        where cluster_id = :cluster and booking_id = :id and moved_from is not null""")
                .param("cluster", booking.clusterId())
                .param("id", booking.bookingId())
                .query(MOVED)
                .optional();
    }

    void cancel(SupplierBooking booking, String remark) {
        jdbc.sql("""
                        update klyngeflow.booking
                        set status = 'CANCELLED', sequence = sequence + 1, remark = :remark
                        where cluster_id = :cluster and booking_id = :id""")
                .param("remark", remark)
                .param("cluster", booking.clusterId())
                .param("id", booking.bookingId())
                .update();
    }

    /** @return the ones for which that is news */
    int expect(SupplierBooking booking, int people, String diets) {
        return jdbc.sql("""
                        update klyngeflow.booking
                        set people = :people, told_people = :people, told_diets = :diets, headcount_round = headcount_round + 1
                        where cluster_id = :cluster and booking_id = :id
                          and (told_people is distinct from :people or told_diets <> :diets)""")
                .param("people", people)
                .param("diets", diets)
                .param("cluster", booking.clusterId())
                .param("id", booking.bookingId())
                .update();
    }

    /** Whoever has not answered yet sees it in her link. */
    void people(SupplierBooking booking, int people) {
        jdbc.sql("update klyngeflow.booking set people = :people where cluster_id = :cluster and booking_id = :id")
                .param("people", people)
                .param("cluster", booking.clusterId())
                .param("id", booking.bookingId())
                .update();
    }

    /** What the kitchen was told to heed; empty for nothing. */
    String toldDiets(SupplierBooking booking) {
        return jdbc.sql("select told_diets from klyngeflow.booking where cluster_id = :cluster and booking_id = :id")
                .param("cluster", booking.clusterId())
                .param("id", booking.bookingId())
                .query(String.class)
                .single();
    }

    /** @return how often the place has changed */
    int placeAt(SupplierBooking booking, String place) {
        return jdbc.sql("""
                        update klyngeflow.booking set place = :place, place_round = place_round + 1
                        where cluster_id = :cluster and booking_id = :id returning place_round""")
                .param("place", place)
                .param("cluster", booking.clusterId())
                .param("id", booking.bookingId())
                .query(Integer.class)
                .single();
    }

    /** Bookings of all clusters that are over and can still be answered by link. */
    List<SupplierBooking> withLinkBefore(String purpose, Instant endedBefore) {
        return jdbc.sql(SELECT + """
                        where b.ends_at < :before and exists (
                          select 1 from klyngeflow.link l
                          where l.cluster_id = b.cluster_id and l.purpose = :purpose and l.subject = b.booking_id
                            and l.ended_at is null)""")
                .param("before", Timestamp.from(endedBefore))
                .param("purpose", purpose)
                .query(ROW)
                .list();
    }

    /** @return how many, of all clusters */
    int forget(Instant endedBefore) {
        return jdbc.sql("delete from klyngeflow.booking where ends_at < :before")
                .param("before", Timestamp.from(endedBefore))
                .update();
    }
}
