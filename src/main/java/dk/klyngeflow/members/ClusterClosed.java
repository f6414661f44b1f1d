package dk.klyngeflow.members;

/** Within the transaction that closes a cluster, after its people have left: whoever keeps something that opens or sends ends it. */
public record ClusterClosed(String clusterId) {}
