package dk.klyngeflow.localmodel;

/** Everybody has said what she thinks of the draft. Published in the transaction of the last answer. */
public record ModelCommented(String clusterId, String caseKey) {}
