package dk.klyngeflow.members;

/** A cluster has been opened, with its people. Published in the transaction that opens it: what every cluster needs is given there. */
public record ClusterOpened(String clusterId) {}
