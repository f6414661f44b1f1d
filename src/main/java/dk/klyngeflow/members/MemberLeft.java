package dk.klyngeflow.members;

/** Somebody is no longer a member of the cluster, whatever other posts she holds. Published in the transaction that ends it. */
public record MemberLeft(String clusterId, String personId) {}
