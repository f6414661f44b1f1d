package dk.klyngeflow.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody has answered an invitation in her calendar program (iTIP, RFC 5546). Who sent it is what the mail says, and never proof.
 *
 * @param uid of the event that was answered
 * @param attendee the mail address that answers
 * @param answer {@code ACCEPTED}, {@code DECLINED}, {@code TENTATIVE} or {@code COUNTER}
 * @param proposed another start, when the attendee proposes one
 */
public record CalendarReply(
        String clusterId,
        String uid,
        int sequence,
        String attendee,
        String answer,
        @Nullable Instant proposed) {}
