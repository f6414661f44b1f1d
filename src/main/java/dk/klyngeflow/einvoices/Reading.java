package dk.klyngeflow.einvoices;

import java.util.List;

/** What became of a file: an invoice with what is doubtful about it, or a Danish sentence that says what the file is and what to do. */
public sealed interface Reading {

    /**
     * An invoice or a credit note. It is always taken in, whatever the problems are.
     *
     * @param problems what is wrong or worth knowing, the gravest first; empty when the official rules are met
     */
    record Read(EInvoice invoice, List<Problem> problems) implements Reading {
        public Read {
            problems = List.copyOf(problems);
        }

        /** True when a person must look before the invoice may be approved. */
        public boolean hasErrors() {
            return problems.stream().anyMatch(p -> p.severity() == Problem.Severity.ERROR);
        }
    }

    /**
     * Not an invoice that can be read.
     *
     * @param message Danish, for the person who sent the file: what it is, and what to do
     */
    record Unreadable(String message) implements Reading {}
}
