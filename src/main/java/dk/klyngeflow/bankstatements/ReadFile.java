package dk.klyngeflow.bankstatements;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one file says, in the order of time; nothing is kept yet.
 *
 * @param profile by what it was read
 * @param problems what a person should look at, though the file is read
 */
record ReadFile(String profile, List<ReadFile.Statement> statements, List<ReadFile.Problem> problems) {

    /** @param line of the file, the first being 1; of camt.053 the number of the entry; 0 for the whole file */
    record Problem(int line, String message) {}

    /**
     * One account's part of the file.
     *
     * @param account as the file writes it; empty when it does not
     * @param openingOere null when the file tells no balances
     */
    record Statement(
            String account,
            String currency,
            LocalDate from,
            LocalDate to,
            @Nullable Long openingOere,
            @Nullable Long closingOere,
            List<Line> lines) {}

    /**
     * One booked movement.
     *
     * @param balanceOere after it, null when the file does not say
     * @param parts what it is made of, when the bank says it; at least one with a reference, or none
     */
    record Line(
            int line,
            LocalDate day,
            LocalDate valueDay,
            long amountOere,
            @Nullable Long balanceOere,
            String text,
            List<Part> parts) {

        /** The ids we gave the payments, as the bank gives them back. */
        String reference() {
            return parts.stream()
                    .map(Part::reference)
                    .filter(id -> !id.isEmpty())
                    .distinct()
                    .collect(Collectors.joining(", "));
        }

        Line withBalance(long balance) {
            return new Line(line, day, valueDay, amountOere, balance, text, parts);
        }
    }

    /** @param amountOere null when the bank does not say what the part is of the whole */
    record Part(String reference, @Nullable Long amountOere, String text) {}
}
