package dk.klyngeflow.invoices;

/** The process {@code supplier-credit}: money that a supplier owes the cluster, until it is offset or has come back. */
final class SupplierCredit {

    static final String KEY = "supplier-credit";

    /** Told when later bills have used all of it; ends the case. */
    static final String CREDIT_USED = "invoices.creditUsed";

    private SupplierCredit() {}
}
