package dk.klyngeflow.actions;

/** A practice has said what it will try. Told in the transaction that keeps it. */
public record ActionItemAdded(String clusterId, String meetingId) {}
