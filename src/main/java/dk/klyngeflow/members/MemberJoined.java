package dk.klyngeflow.members;

/**
 * Somebody has become a member of the cluster. Published in the transaction that makes her one; not of those with whom a new cluster is
 * opened, in which nothing is under way yet that she could join.
 */
public record MemberJoined(String clusterId, String personId) {}
