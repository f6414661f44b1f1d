package badhouse.invoices;

/** Is called a link and shows nothing. */
final class AskingLink {

    private AskingLink() {}
}
