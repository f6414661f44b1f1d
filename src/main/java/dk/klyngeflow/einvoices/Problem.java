package dk.klyngeflow.einvoices;

import java.util.Comparator;

/**
 * Something wrong or worth knowing about an invoice.
 *
 * @param code stable and English: our own ({@code TOTALS}, {@code RECEIVER} …) or that of the official rule ({@code BR-CO-10}, {@code F-INV336})
 * @param message Danish, one or two sentences, for the secretary
 * @param where Danish and short, such as "Fakturalinje 2, moms"; empty when it is about the whole document
 * @param detail the official text in its own language, empty when there is none
 */
public record Problem(String code, Severity severity, String message, String where, String detail) {

    /** How much it matters. An {@code ERROR} keeps an invoice from being approved by itself, a {@code WARNING} is shown, {@code INFO} is good to know. */
    public enum Severity {
        ERROR,
        WARNING,
        INFO
    }

    static final Comparator<Problem> GRAVEST_FIRST = Comparator.comparing(Problem::severity);

    static Problem error(String code, String where, String message) {
        return new Problem(code, Severity.ERROR, message, where, "");
    }

    static Problem warning(String code, String where, String message) {
        return new Problem(code, Severity.WARNING, message, where, "");
    }

    static Problem info(String code, String where, String message) {
        return new Problem(code, Severity.INFO, message, where, "");
    }
}
