package dk.klyngeflow.mail;

import dk.klyngeflow.engine.Rows.Column;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A mail that this node has taken out of the outbox to send. */
record Waiting(
        @Column("mail_id") long id,
        String clusterId,
        String purpose,
        String messageId,
        @Column("recipient_person") @Nullable String person,
        @Column("recipient_address") @Nullable String address,
        @Column("recipient_name") @Nullable String name,
        Map<String, String> model,
        List<String> documentIds,
        @Nullable String caseKey,
        @Nullable String linkId,
        @Column("calendar_") @Nullable CalendarPart calendar,
        @Nullable String answersId,
        int attempts,
        @Nullable Instant firstTriedAt) {

    Optional<String> personId() {
        return Optional.ofNullable(person);
    }
}
