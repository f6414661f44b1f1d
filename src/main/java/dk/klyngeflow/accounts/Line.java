package dk.klyngeflow.accounts;

import dk.klyngeflow.engine.Rows.Column;
import org.jspecify.annotations.Nullable;

/**
 * One line of a posting: an amount on one side of one account.
 *
 * @param debitOere øre, 0 when it is a credit
 * @param creditOere øre, 0 when it is a debit
 */
public record Line(
        String account,
        long debitOere,
        long creditOere,

        @Column(value = "line_text", isJoined = true) @Nullable
        String text) {

    public Line {
        if (debitOere < 0 || creditOere < 0 || (debitOere == 0) == (creditOere == 0)) {
            throw new IllegalArgumentException("a line is either a debit or a credit, and more than zero");
        }
    }

    public static Line debit(String account, long oere) {
        return new Line(account, oere, 0, null);
    }

    public static Line credit(String account, long oere) {
        return new Line(account, 0, oere, null);
    }

    /** A debit when {@code oere} is positive, a credit when it is negative: for credit notes and negative invoices. */
    public static Line signed(String account, long oere) {
        return oere >= 0 ? debit(account, oere) : credit(account, Math.negateExact(oere));
    }

    Line swapped() {
        return new Line(account, creditOere, debitOere, text);
    }
}
