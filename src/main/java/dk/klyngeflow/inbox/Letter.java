package dk.klyngeflow.inbox;

import dk.klyngeflow.documents.Document;
import java.time.Instant;
import java.util.List;

/**
 * A mail for people to read.
 *
 * @param sender its mail address as the mail says it, and never proof
 * @param senderName as the mail says it; may be empty
 * @param body plain text, whatever the mail was written in
 * @param note Danish, what could not be read, and which file holds something like a CPR number; empty when there is nothing of it
 */
public record Letter(
        String clusterId,
        long id,
        String sender,
        String senderName,
        String subject,
        String body,
        String note,
        Instant receivedAt,
        List<Document> files) {}
