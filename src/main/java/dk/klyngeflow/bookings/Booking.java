package dk.klyngeflow.bookings;

import dk.klyngeflow.engine.Rows.Column;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One supplier asked for one meeting at one time.
 *
 * @param caseKey business key of the meeting
 * @param supplierId null when it was booked by hand with somebody who is not in the directory
 * @param ownRoom true when it is a room of the cluster's own
 * @param place where: the room's address, or where food and speaker are expected
 * @param priceOere what was agreed; null when no price was named
 * @param remark what the supplier, or who phoned, has written
 * @param wasConfirmed true when the supplier has said yes to this time, whatever it says now
 * @param sequence counts up when it is moved or cancelled; an answer to an earlier one does not count
 * @param uid of the event in calendar programs
 */
public record Booking(
        String clusterId,
        String bookingId,
        String caseKey,
        BookingKind kind,
        @Nullable String supplierId,
        String supplierName,
        @Column("is_own") boolean ownRoom,
        String title,
        @Column("starts_at") Instant start,
        @Column("ends_at") Instant end,
        String place,
        @Nullable Integer people,
        @Nullable Long priceOere,
        String remark,
        BookingStatus status,
        boolean wasConfirmed,
        int sequence,
        String uid,
        Instant askedAt,
        @Nullable Instant answeredAt,
        @Nullable Integer toldPeople,
        int headcountRound) {

    boolean isAt(Instant from, Instant to) {
        return start.equals(from) && end.equals(to);
    }

    /** True when the meeting counted on it, and can no longer. */
    public boolean isWithdrawn() {
        return status == BookingStatus.DECLINED && wasConfirmed;
    }

    /** The line that tells why an own room could not be had. */
    Booking taken(String why) {
        return new Booking(
                clusterId,
                bookingId,
                caseKey,
                kind,
                supplierId,
                supplierName,
                ownRoom,
                title,
                start,
                end,
                place,
                people,
                priceOere,
                why,
                BookingStatus.TAKEN,
                false,
                sequence,
                uid,
                askedAt,
                askedAt,
                toldPeople,
                headcountRound);
    }

    /** The same own room at another time. */
    Booking again(String newId, String newUid, Instant newStart, Instant newEnd, Instant now) {
        return new Booking(
                clusterId,
                newId,
                caseKey,
                kind,
                supplierId,
                supplierName,
                ownRoom,
                title,
                newStart,
                newEnd,
                place,
                people,
                priceOere,
                "",
                BookingStatus.CONFIRMED,
                true,
                0,
                newUid,
                now,
                now,
                toldPeople,
                headcountRound);
    }
}
