package dk.klyngeflow.gatherings;

/** A meeting has taken place; published in the transaction that says so. */
public record MeetingHeld(String clusterId, String meetingId) {}
