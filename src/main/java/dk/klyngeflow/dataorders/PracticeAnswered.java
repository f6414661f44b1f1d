package dk.klyngeflow.dataorders;

/** A practice has said whether its data may be drawn for a meeting. Told in the transaction that keeps it. */
public record PracticeAnswered(String clusterId, String meetingId) {}
