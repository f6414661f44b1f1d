package dk.klyngeflow.inbox;

/**
 * Somebody has mailed a file that may be an invoice. Published in the transaction that keeps it.
 *
 * @param sender the mail address as the mail says it: shown, and never trusted
 */
public record DocumentMailed(String clusterId, String documentId, String fileName, String sender, String subject) {}
