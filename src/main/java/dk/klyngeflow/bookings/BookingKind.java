package dk.klyngeflow.bookings;

/** What is booked for a meeting. */
public enum BookingKind {
    ROOM,
    CATERING,
    SPEAKER
}
