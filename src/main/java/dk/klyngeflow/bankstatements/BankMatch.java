package dk.klyngeflow.bankstatements;

import dk.klyngeflow.engine.Rows.Column;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What has been taken to explain one or more lines.
 *
 * @param account what was missing in the ledger was posted here
 * @param voucherId by this voucher
 * @param matchedBy null when it fitted by itself
 */
record BankMatch(
        @Column("match_id") String id,
        String rule,
        String reason,
        @Nullable String account,
        @Nullable String voucherId,
        @Nullable String matchedBy,
        Instant matchedAt) {}
