package dk.klyngeflow.annualaccounts;

import dk.klyngeflow.engine.Rows.Column;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A draft of the annual accounts; what it says never changes.
 *
 * @param version 1, 2, 3 … of its year
 * @param ledgerDraft the number of the ledger's draft it was made of
 * @param documentId the PDF
 * @param sheetId the same as a spreadsheet
 * @param sha256 of the PDF, which approvals bind to
 * @param sealedId the PDF with its page of approvals and its seal, or as it was signed elsewhere; null before
 */
public record Draft(
        String clusterId,
        int year,
        int version,
        int ledgerDraft,
        @Column("draft_id") String id,
        String documentId,
        String sheetId,
        String sha256,
        Instant madeAt,
        @Nullable String sealedId,
        @Nullable Instant sealedAt,
        boolean isSignedElsewhere) {

    /** What people are given: the sealed one when there is one. */
    public String paperId() {
        return sealedId == null ? documentId : sealedId;
    }
}
