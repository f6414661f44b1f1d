package dk.klyngeflow.bookings;

/** All that was booked for a meeting has been called off or asked to another time; whoever still looks for somebody can stop. */
public record BookingsReleased(String clusterId, String caseKey) {}
