package dk.klyngeflow.foundings;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A practice that is asked to join.
 *
 * @param patients null when not told
 * @param contactId the doctor who is asked; those of a practice that joins are all in {@link FoundingDoctors}
 * @param bouncedMail the number of the mail that came back; null when none did, or the address was corrected
 * @param reply null while it is silent
 */
public record FoundingPractice(
        String clusterId,
        String providerNumber,
        String name,
        @Nullable Integer patients,
        String contactId,
        @Nullable Instant invitedAt,
        @Nullable Reply reply,
        @Nullable Instant repliedAt,
        @Nullable Long bouncedMail) {

    public enum Reply {
        JOINED("med"),
        DECLINED("ikke med");

        private final String danish;

        Reply(String danish) {
            this.danish = danish;
        }
    }

    public boolean hasJoined() {
        return reply == Reply.JOINED;
    }

    public boolean isSilent() {
        return reply == null;
    }

    public String stands() {
        if (reply != null) {
            return reply.danish;
        }
        return bouncedMail == null ? "har ikke svaret" : "mailen kom tilbage: ret adressen herunder";
    }
}
