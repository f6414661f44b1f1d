package dk.klyngeflow.inbox;

/**
 * Somebody has mailed a file that may be an invoice. Published in the transaction that keeps it.
 *
 * @param sender the mail address as the mail says it: shown, and never trusted
 * @param senderName as the mail says it; may be empty
 * @param mayBeAnswered whether a program may answer by itself (RFC 3834): a person wrote it, and no list and no other program did
 */
public record DocumentMailed(
        String clusterId,
        String documentId,
        String fileName,
        String sender,
        String senderName,
        String subject,
        boolean mayBeAnswered) {}
