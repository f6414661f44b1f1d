package dk.klyngeflow.gatherings;

/** A meeting will not take place; published in the transaction that says so. */
public record MeetingCancelled(String clusterId, String meetingId) {}
