package dk.klyngeflow.gatherings;

/**
 * A document that lies with a meeting.
 *
 * @param title as people know it
 */
public record MeetingPaper(String documentId, String title) {}
