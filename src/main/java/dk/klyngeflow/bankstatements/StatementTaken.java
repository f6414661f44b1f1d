package dk.klyngeflow.bankstatements;

/** A statement has been read in; in its transaction. */
public record StatementTaken(String clusterId) {}
