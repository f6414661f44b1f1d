package dk.klyngeflow.members;

/** Somebody has changed the cluster's people by hand. Published in the transaction that does it, when all of it is done. */
public record PeopleChanged(String clusterId) {}
