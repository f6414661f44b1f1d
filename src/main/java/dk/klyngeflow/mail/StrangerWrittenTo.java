package dk.klyngeflow.mail;

/** A mail to an address that is no person's of ours has been put into the outbox; published in the transaction that does it. */
public record StrangerWrittenTo(String clusterId, String purpose, String address) {}
