package dk.klyngeflow.bookings;

import dk.klyngeflow.engine.Rows.Column;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One supplier asked for one meeting at one time.
 *
 * @param wanted what it was asked for; its place is the room's address, or where food and speaker are expected
 * @param sequence counts up when it is moved or cancelled; an answer to an earlier one does not count
 * @param uid of the event in calendar programs
 */
public record SupplierBooking(
        String clusterId,
        String bookingId,
        Wanted wanted,
        Whom whom,
        Standing standing,
        int sequence,
        String uid,
        Told told) {

    /**
     * Who was asked.
     *
     * @param supplierId null when it was booked by hand with somebody who is not in the directory
     * @param ownRoom true when it is a room of the cluster's own
     */
    public record Whom(
            @Nullable String supplierId,
            String supplierName,
            @Column("is_own") boolean ownRoom) {}

    /**
     * How it stands: what the supplier has said so far.
     *
     * @param priceOere what was agreed; null when no price was named
     * @param remark what the supplier, or who phoned, has written
     * @param wasConfirmed true when the supplier has said yes to this time, whatever it says now
     */
    public record Standing(
            BookingStatus status,
            boolean wasConfirmed,
            @Nullable Long priceOere,
            String remark,
            Instant askedAt,
            @Nullable Instant answeredAt) {

        static Standing none(Instant now) {
            return new Standing(BookingStatus.ASKED, false, null, "", now, null);
        }

        static Standing yes(@Nullable Long priceOere, String remark, Instant now) {
            return new Standing(BookingStatus.CONFIRMED, true, priceOere, remark, now, now);
        }
    }

    /** How many the caterer was told of. */
    public record Told(@Nullable Integer toldPeople, int headcountRound) {

        static final Told NOBODY = new Told(null, 0);
    }

    /** A supplier of the directory is asked; an own room is held at once. */
    static SupplierBooking asked(BookingRequest request, Supplier supplier, String uid, Instant now) {
        return new SupplierBooking(
                request.clusterId(),
                UUID.randomUUID().toString(),
                request.kind() == BookingKind.ROOM ? request.wanted().at(supplier.place()) : request.wanted(),
                new Whom(supplier.supplierId(), supplier.name(), supplier.own()),
                supplier.own() ? Standing.yes(null, "", now) : Standing.none(now),
                0,
                uid,
                Told.NOBODY);
    }

    /** Somebody who is not in the directory has said yes. */
    static SupplierBooking byHand(BookingRequest request, String name, String place, Standing yes, String uid) {
        return new SupplierBooking(
                request.clusterId(),
                UUID.randomUUID().toString(),
                request.wanted().at(place),
                new Whom(null, name, false),
                yes,
                0,
                uid,
                Told.NOBODY);
    }

    /** The line that tells why an own room could not be had. */
    SupplierBooking taken(String why) {
        Standing no = new Standing(BookingStatus.TAKEN, false, priceOere(), why, askedAt(), askedAt());
        return new SupplierBooking(clusterId, bookingId, wanted, whom, no, sequence, uid, told);
    }

    /** The same own room at another time. */
    SupplierBooking again(String newId, String newUid, Instant newStart, Instant newEnd, Instant now) {
        Wanted moved = new Wanted(caseKey(), kind(), title(), newStart, newEnd, place(), people());
        return new SupplierBooking(clusterId, newId, moved, whom, Standing.yes(priceOere(), "", now), 0, newUid, told);
    }

    boolean isAt(Instant from, Instant to) {
        return start().equals(from) && end().equals(to);
    }

    /** True when the meeting counted on it, and can no longer. */
    public boolean isWithdrawn() {
        return status() == BookingStatus.DECLINED && wasConfirmed();
    }

    public String caseKey() {
        return wanted.caseKey();
    }

    public BookingKind kind() {
        return wanted.kind();
    }

    public String title() {
        return wanted.title();
    }

    public Instant start() {
        return wanted.start();
    }

    public Instant end() {
        return wanted.end();
    }

    public String place() {
        return wanted.place();
    }

    public @Nullable Integer people() {
        return wanted.people();
    }

    public @Nullable String supplierId() {
        return whom.supplierId();
    }

    public String supplierName() {
        return whom.supplierName();
    }

    public boolean ownRoom() {
        return whom.ownRoom();
    }

    public BookingStatus status() {
        return standing.status();
    }

    public boolean wasConfirmed() {
        return standing.wasConfirmed();
    }

    public @Nullable Long priceOere() {
        return standing.priceOere();
    }

    public String remark() {
        return standing.remark();
    }

    public Instant askedAt() {
        return standing.askedAt();
    }

    public @Nullable Instant answeredAt() {
        return standing.answeredAt();
    }

    public @Nullable Integer toldPeople() {
        return told.toldPeople();
    }

    public int headcountRound() {
        return told.headcountRound();
    }
}
