package dk.klyngeflow.localmodel;

/** Everybody who is asked how the cluster should work has answered. Published in the transaction of the last answer. */
public record ModelAnswered(String clusterId, String caseKey) {}
