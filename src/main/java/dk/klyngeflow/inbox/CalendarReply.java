package dk.klyngeflow.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody has answered an invitation in her calendar program (iTIP, RFC 5546). Who sent it is what
 * the mail says, and never proof; an answer that not even says it comes from the one who was invited counts for nobody.
 *
 * @param uid of the event that was answered
 * @param sender the mail address that the mail says it is from
 * @param attendee for whom the answer is, as the attached file says
 * @param answer {@code ACCEPTED}, {@code DECLINED}, {@code TENTATIVE} or {@code COUNTER}
 * @param proposed another start, when the attendee proposes one
 */
public record CalendarReply(
        String clusterId,
        String uid,
        int sequence,
        String sender,
        String attendee,
        String answer,
        @Nullable Instant proposed) {

    /** Somebody invited could otherwise answer in a colleague's name by changing one line of a file. */
    public boolean isFromAttendee() {
        return !sender.isEmpty() && sender.equalsIgnoreCase(attendee);
    }
}
