package dk.klyngeflow.bills;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One yes to an invoice as it was then.
 *
 * @param personId who approved; null when the members decided together
 * @param recordedBy who wrote it down
 * @param contentHash what was approved, see {@link ContentHash}; the approval counts while the invoice still has it
 * @param documentId the minutes of the members' decision
 */
public record Approval(
        ApprovalLevel level,
        @Nullable String personId,
        String recordedBy,
        String contentHash,
        String comment,
        @Nullable String documentId,
        @Nullable LocalDate decidedOn,
        Instant decidedAt) {}
