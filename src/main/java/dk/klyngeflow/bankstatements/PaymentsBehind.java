package dk.klyngeflow.bankstatements;

import dk.klyngeflow.accounts.Movement;
import java.util.List;
import java.util.Map;

/** Says which payment a voucher is of. Implemented above, by whoever lets the bank pay. */
public interface PaymentsBehind {

    /**
     * One payment.
     *
     * @param id as it was sent to the bank, which gives it back as the EndToEndId
     * @param party who was paid
     * @param number the payee's own number of the bill, or empty
     */
    record Payment(String id, String party, String number) {}

    /** By the id of the voucher; what is no payment is missing. */
    Map<String, Payment> of(String clusterId, List<Movement> movements);
}
