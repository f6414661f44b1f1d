package dk.klyngeflow.accounts;

import dk.klyngeflow.engine.Rows.Column;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A posted voucher; it never changes.
 *
 * @param number 1, 2, 3 … within cluster and year, without gaps
 * @param posting what was posted
 * @param reverses the id of the voucher that this one takes back
 * @param reversedBy the id of the voucher that takes this one back
 */
public record Voucher(
        @Column("voucher_id") String id,
        int year,
        long number,
        Posting posting,
        Instant postedAt,
        @Nullable String reverses,
        @Column(isJoined = true) @Nullable String reversedBy) {

    public String clusterId() {
        return posting.clusterId();
    }

    public LocalDate date() {
        return posting.date();
    }

    public String text() {
        return posting.text();
    }

    public String sourceKey() {
        return posting.sourceKey();
    }

    public @Nullable String documentId() {
        return posting.documentId();
    }

    public String postedBy() {
        return posting.postedBy();
    }

    public List<Line> lines() {
        return posting.lines();
    }

    /** Year and number as people say it: "2026-14". */
    public String label() {
        return year + "-" + number;
    }

    /** The sum of the debits in øre, which is the sum of the credits. */
    public long amount() {
        return lines().stream().mapToLong(Line::debitOere).sum();
    }

    Voucher with(List<Line> read) {
        return new Voucher(id, year, number, posting.with(text(), read), postedAt, reverses, reversedBy);
    }
}
