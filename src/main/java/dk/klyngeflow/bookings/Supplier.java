package dk.klyngeflow.bookings;

import dk.klyngeflow.engine.Rows.Column;
import org.jspecify.annotations.Nullable;

/**
 * A venue, a caterer or a speaker in a cluster's directory.
 *
 * @param contact whom to ask for; may be empty
 * @param mail empty when requests must be made by phone
 * @param address of a venue
 * @param capacity how many there is room or food for; null when it does not matter
 * @param own a room of the cluster's or a practice's own, booked without asking
 * @param rank the lowest of a kind is asked first
 */
public record Supplier(
        String clusterId,
        String supplierId,
        BookingKind kind,
        String name,
        String contact,
        String mail,
        String phone,
        String cvr,
        String address,
        String priceGuide,
        String note,
        @Nullable Integer capacity,
        @Column("is_own") boolean own,
        @Column("is_active") boolean active,
        int rank) {

    /** Whom a mail is addressed to. */
    String addressee() {
        return contact.isBlank() ? name : contact;
    }

    /** As it stands in an invitation: name and address. */
    String place() {
        return address.isBlank() ? name : name + ", " + address;
    }
}
