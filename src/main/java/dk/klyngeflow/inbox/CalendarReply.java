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
 * @param comment what she wrote with it; empty for nothing
 */
public record CalendarReply(
        String clusterId,
        String uid,
        int sequence,
        String sender,
        String attendee,
        String answer,
        @Nullable Instant proposed,
        String comment) {

    public CalendarReply(
            String clusterId,
            String uid,
            int sequence,
            String sender,
            String attendee,
            String answer,
            @Nullable Instant proposed) {
        this(clusterId, uid, sequence, sender, attendee, answer, proposed, "");
    }

    /** Somebody invited could otherwise answer in a colleague's name by changing one line of a file. */
    public boolean isFromAttendee() {
        return !sender.isEmpty() && sender.equalsIgnoreCase(attendee);
    }
}
