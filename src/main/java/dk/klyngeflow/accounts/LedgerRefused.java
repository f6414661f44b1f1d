package dk.klyngeflow.accounts;

/** The ledger cannot take a posting; the message is a Danish sentence. */
public class LedgerRefused extends RuntimeException {

    LedgerRefused(String message) {
        super(message);
    }
}
