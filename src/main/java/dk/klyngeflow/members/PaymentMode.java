package dk.klyngeflow.members;

/** Who pays what the cluster has approved. */
public enum PaymentMode {
    /** PLO holds the account and pays. */
    PLO,
    /** The association pays from its own bank account. */
    OWN_ACCOUNT
}
