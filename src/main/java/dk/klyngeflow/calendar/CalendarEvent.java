package dk.klyngeflow.calendar;

import java.time.Instant;

/**
 * One event as calendar programs know it (RFC 5545).
 *
 * @param uid fixed for the life of the event
 * @param sequence counts up each time the event is moved or cancelled
 */
public record CalendarEvent(
        String uid,
        int sequence,
        String title,
        String description,
        String place,
        Instant start,
        Instant end,
        Organizer organizer) {

    /** Who invites. @param mail where answers are sent */
    public record Organizer(String name, String mail) {}
}
