package dk.klyngeflow.accounts;

import dk.klyngeflow.engine.Rows.Column;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be posted as one voucher.
 *
 * @param date decides the year; {@link AccountingYears#postingDate} moves it out of a closed year
 * @param text in Danish, what a person reads on the voucher list; no names of patients or CPR numbers
 * @param sourceKey names the event that is posted, unique in the cluster: posting it again gives the voucher that is there
 * @param documentId the kept document behind it
 * @param postedBy a person's id
 */
public record Posting(
        String clusterId,
        @Column("day") LocalDate date,
        String text,
        String sourceKey,
        @Nullable String documentId,
        String postedBy,
        List<Line> lines) {

    public Posting {
        lines = List.copyOf(lines);
    }

    Posting with(String newText, List<Line> newLines) {
        return new Posting(clusterId, date, newText, sourceKey, documentId, postedBy, newLines);
    }
}
