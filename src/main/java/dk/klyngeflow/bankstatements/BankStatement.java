package dk.klyngeflow.bankstatements;

import dk.klyngeflow.engine.Rows.Column;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A statement that is kept, without its lines. @param uploadId what came together */
record BankStatement(
        String clusterId,
        @Column("statement_id") String id,
        String uploadId,
        String ledgerAccount,
        String profile,
        String account,
        LocalDate fromDay,
        LocalDate toDay,
        @Nullable Long openingOere,
        @Nullable Long closingOere,
        String readBy,
        Instant readAt) {}
