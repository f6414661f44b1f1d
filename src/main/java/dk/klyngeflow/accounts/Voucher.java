package dk.klyngeflow.accounts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A posted voucher; it never changes.
 *
 * @param number 1, 2, 3 … within cluster and year, without gaps
 * @param reverses the id of the voucher that this one takes back
 * @param reversedBy the id of the voucher that takes this one back
 */
public record Voucher(
        String id,
        String clusterId,
        int year,
        long number,
        LocalDate date,
        String text,
        String sourceKey,
        @Nullable String documentId,
        String postedBy,
        Instant postedAt,
        @Nullable String reverses,
        @Nullable String reversedBy,
        List<Line> lines) {

    public Voucher {
        lines = List.copyOf(lines);
    }

    /** Year and number as people say it: "2026-14". */
    public String label() {
        return year + "-" + number;
    }

    /** The sum of the debits in øre, which is the sum of the credits. */
    public long amount() {
        return lines.stream().mapToLong(Line::debitOere).sum();
    }

    Voucher with(List<Line> read) {
        return new Voucher(
                id,
                clusterId,
                year,
                number,
                date,
                text,
                sourceKey,
                documentId,
                postedBy,
                postedAt,
                reverses,
                reversedBy,
                read);
    }
}
