package dk.klyngeflow.annualaccounts;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A draft of a year's accounts as it was made; it never changes.
 *
 * @param version 1, 2, 3 … of the year
 * @param booksDraft which of the ledger's drafts of the year it shows
 * @param basis hash of all that it was made from
 * @param documentId the PDF
 * @param sha256 of the PDF; approvals are of exactly this
 * @param tablesId the same as a spreadsheet
 * @param bundleId all vouchers as one PDF
 */
public record Draft(
        String clusterId,
        int year,
        int version,
        int booksDraft,
        String basis,
        String documentId,
        String sha256,
        @Nullable String tablesId,
        @Nullable String bundleId,
        Instant madeAt) {}
