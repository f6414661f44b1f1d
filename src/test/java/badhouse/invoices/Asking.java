package badhouse.invoices;

/** One of two. */
final class Asking {

    private Asking() {}
}
