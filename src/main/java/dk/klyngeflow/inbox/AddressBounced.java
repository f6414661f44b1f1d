package dk.klyngeflow.inbox;

/**
 * A mail of ours has come back. Published in the transaction that marks it.
 *
 * @param address to which it had been sent
 * @param messageId of our mail
 * @param reason Danish
 */
public record AddressBounced(String clusterId, String address, String messageId, String reason) {}
