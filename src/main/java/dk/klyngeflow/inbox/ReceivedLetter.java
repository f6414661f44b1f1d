package dk.klyngeflow.inbox;

import dk.klyngeflow.documents.Document;
import dk.klyngeflow.engine.Rows.Column;
import java.time.Instant;
import java.util.List;

/**
 * A mail for people to read.
 *
 * @param body plain text, whatever the mail was written in
 * @param note Danish, what could not be read, and which file holds something like a CPR number; empty when there is nothing of it
 */
public record ReceivedLetter(
        String clusterId,
        @Column("letter_id") long id,
        From from,
        String subject,
        String body,
        String note,
        Instant receivedAt,
        List<Document> files) {

    /**
     * Who has sent it, as the mail says, and never proof.
     *
     * @param sender mail address
     * @param senderName may be empty
     */
    public record From(String sender, String senderName) {}

    public String sender() {
        return from.sender();
    }

    public String senderName() {
        return from.senderName();
    }

    /** With its files, which are rows of their own. */
    ReceivedLetter with(List<Document> kept) {
        return new ReceivedLetter(clusterId, id, from, subject, body, note, receivedAt, kept);
    }
}
