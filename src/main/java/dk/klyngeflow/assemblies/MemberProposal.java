package dk.klyngeflow.assemblies;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a member wants the assembly to decide.
 *
 * @param text her reasons, shown as text and never as HTML
 * @param field of the statutes, of a proposal to change them
 * @param beforeText how it stands in the statutes, as people read it
 * @param afterValue what is to stand there, as it is kept
 * @param afterText the same as people read it
 */
public record MemberProposal(
        String assemblyId,
        int number,
        ProposalKind kind,
        String title,
        String text,
        @Nullable String field,
        String beforeText,
        String afterValue,
        String afterText,
        String proposedBy,
        Instant madeAt,
        @Nullable Instant withdrawnAt) {

    public static final int LONGEST_TITLE = 120;
    public static final int LONGEST_TEXT = 2_000;

    boolean isWithdrawn() {
        return withdrawnAt != null;
    }
}
