package dk.klyngeflow.inbox;

/** Somebody has written to the cluster, and a person must read it. Published in the transaction that keeps the letter. */
public record LetterReceived(String clusterId, long letterId) {}
