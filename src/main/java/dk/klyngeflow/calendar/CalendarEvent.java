package dk.klyngeflow.calendar;

import java.time.Instant;

/**
 * One event as calendar programs know it (RFC 5545).
 *
 * @param uid fixed for the life of the event
 * @param sequence counts up each time the event is moved or cancelled
 * @param organizerMail where answers are sent
 */
public record CalendarEvent(
        String uid,
        int sequence,
        String title,
        String description,
        String place,
        Instant start,
        Instant end,
        String organizerName,
        String organizerMail) {}
