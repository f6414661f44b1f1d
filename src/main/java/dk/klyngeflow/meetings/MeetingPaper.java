package dk.klyngeflow.meetings;

/**
 * A document that lies with a meeting.
 *
 * @param title as people know it
 */
record MeetingPaper(String documentId, String title) {}
