package dk.klyngeflow.annualaccounts;

import dk.klyngeflow.engine.Rows.Column;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A draft of the annual accounts; what it says never changes.
 *
 * @param version 1, 2, 3 … of its year
 * @param ledgerDraft the number of the ledger's draft it was made of
 */
public record Draft(
        String clusterId,
        int year,
        int version,
        int ledgerDraft,
        @Column("draft_id") String id,
        Files files,
        Instant madeAt,
        Seal seal) {

    /**
     * @param documentId the PDF
     * @param sheetId the same as a spreadsheet
     * @param sha256 of the PDF, which approvals bind to
     */
    public record Files(String documentId, String sheetId, String sha256) {}

    /**
     * @param sealedId the PDF with its page of approvals and its seal, or as it was signed elsewhere; null before
     * @param unsignedWhy why it went on without all signatures; empty when nobody was missing
     */
    public record Seal(
            @Nullable String sealedId, @Nullable Instant sealedAt, boolean isSignedElsewhere, String unsignedWhy) {

        static final Seal NONE = new Seal(null, null, false, "");
    }

    public String documentId() {
        return files.documentId();
    }

    public String sheetId() {
        return files.sheetId();
    }

    public String sha256() {
        return files.sha256();
    }

    public @Nullable String sealedId() {
        return seal.sealedId();
    }

    public boolean isSignedElsewhere() {
        return seal.isSignedElsewhere();
    }

    /** What people are given: the sealed one when there is one. */
    public String paperId() {
        String sealed = seal.sealedId();
        return sealed == null ? documentId() : sealed;
    }
}
