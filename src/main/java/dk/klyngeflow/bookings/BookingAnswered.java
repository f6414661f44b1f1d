package dk.klyngeflow.bookings;

/** A supplier has answered, by link or calendar program; published in the transaction that keeps the answer. */
public record BookingAnswered(String clusterId, String caseKey, String bookingId, BookingKind kind) {}
