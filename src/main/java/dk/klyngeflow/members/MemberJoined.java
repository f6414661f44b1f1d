package dk.klyngeflow.members;

/** Somebody has become a member of the cluster. Published in the transaction that makes her one. */
public record MemberJoined(String clusterId, String personId) {}
