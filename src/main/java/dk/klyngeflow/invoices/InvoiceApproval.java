package dk.klyngeflow.invoices;

/** The process {@code invoice-approval}: from the supplier's file to the ledger. */
final class InvoiceApproval {

    static final String KEY = "invoice-approval";

    /** Told by the sender or the secretary; ends the case. */
    static final String INVOICE_WITHDRAWN = "invoices.invoiceWithdrawn";

    /** The timer that lifts a case nobody acts on. */
    static final String NOBODY_ACTED = "nobodyActed";

    private InvoiceApproval() {}
}
