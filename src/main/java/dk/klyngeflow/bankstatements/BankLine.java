package dk.klyngeflow.bankstatements;

import dk.klyngeflow.engine.Rows.Column;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of the bank that is kept.
 *
 * @param references the ids of payments that the bank gives back, one a line
 * @param match what explains it, null while nothing does
 */
record BankLine(
        @Column("line_id") String id,
        String statementId,
        int line,
        LocalDate day,
        LocalDate valueDay,
        long amountOere,
        @Nullable Long balanceOere,
        String text,

        @Column(isJoined = true) String references,

        @Column(value = "match_id", isJoined = true) @Nullable
        String match) {

    List<String> ids() {
        return references.isEmpty() ? List.of() : Arrays.asList(references.split("\n"));
    }

    boolean isOpen() {
        return match == null;
    }

    /** As people read it: day, text and the line of the file. */
    String words() {
        return FreeText.words(text);
    }
}
