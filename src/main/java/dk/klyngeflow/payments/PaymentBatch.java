package dk.klyngeflow.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What one payment file contains.
 *
 * @param messageId at most 35 characters, new for every file: banks refuse a file they have seen
 * @param debtorName the cluster
 * @param debtorCvr eight digits, or empty
 * @param debtorAccount the cluster's own account; a Danish account or an IBAN
 * @param debtorBic empty when not known
 * @param executionDate the day the money leaves the account, in Copenhagen
 */
public record PaymentBatch(
        String messageId,
        Instant createdAt,
        String debtorName,
        String debtorCvr,
        PaymentTarget debtorAccount,
        String debtorBic,
        LocalDate executionDate,
        List<PaymentOrder> orders) {

    public PaymentBatch {
        orders = List.copyOf(orders);
    }
}
