package dk.klyngeflow.payments;

/**
 * One payment to be made.
 *
 * @param id our own id of it (invoice or voucher), at most 35 characters of letters, digits and hyphens; comes back on the account
 *     statement as the EndToEndId and is what protects against paying twice
 * @param creditorName who gets the money
 * @param creditorCountry ISO 3166 code of two letters; {@code DK} when not known otherwise
 * @param amountMinor in the smallest unit of the currency (øre); more than 0
 * @param currency ISO 4217 code
 * @param message what the creditor reads on the statement, the supplier's invoice number first
 */
public record PaymentOrder(
        String id,
        String creditorName,
        String creditorCountry,
        PaymentTarget target,
        long amountMinor,
        String currency,
        String message) {}
