package dk.klyngeflow.payments;

/** A payment file for the bank. */
public final class PaymentFile {

    private PaymentFile() {}

    /**
     * Writes the payments as one pain.001.001.09 document in UTF-8, valid by the official schema.
     *
     * @throws dk.klyngeflow.engine.FormRefused in Danish when something cannot be paid by file: faults in the target, a wrong amount, an
     *     account in another currency than the bank takes
     */
    public static byte[] pain001(PaymentBatch batch) {
        throw new UnsupportedOperationException(batch.messageId());
    }
}
