package dk.klyngeflow.accounts;

import dk.klyngeflow.engine.Rows.Column;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What one voucher does to one account.
 *
 * @param oere debit minus credit, never 0
 */
public record Movement(
        String voucherId,
        int year,
        long number,
        LocalDate day,
        String text,
        String sourceKey,
        @Column(isJoined = true) long oere,
        @Nullable String reverses,
        @Column(isJoined = true) @Nullable String reversedBy) {

    /** As people say it: "2026-14". */
    public String label() {
        return year + "-" + number;
    }
}
