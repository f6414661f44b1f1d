package dk.klyngeflow.einvoices;

/** Why a file is no invoice, in Danish; never leaves the package. Checked, so that nobody forgets to turn it into {@link Reading.Unreadable}. */
final class NotReadable extends Exception {

    private static final long serialVersionUID = 1L;

    private final String danish;

    NotReadable(String danish) {
        super(danish, null, false, false);
        this.danish = danish;
    }

    String danish() {
        return danish;
    }
}
