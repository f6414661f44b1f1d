package dk.klyngeflow.members;

/** Somebody's mail address is another one; published in the transaction that changes it. */
public record AddressChanged(String personId, String old, String now) {}
