package dk.klyngeflow.bookings;

import java.time.Instant;

/** How it is said that a room of the cluster's own is held by another meeting. */
final class OwnRooms {

    private OwnRooms() {}

    static String taken(String room, SupplierBooking by) {
        return "%s er optaget %s af mødet „%s“.".formatted(room, BookingTexts.when(by.start(), by.end()), by.title());
    }

    /** When the other meeting let it go in the same moment. */
    static String taken(String room, Instant start, Instant end) {
        return "%s er optaget %s af et andet møde.".formatted(room, BookingTexts.when(start, end));
    }
}
