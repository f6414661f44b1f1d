package dk.klyngeflow.payments;

import java.util.Locale;
import java.util.Optional;

/**
 * How an e-invoice says it is to be paid, less the format. Text that is missing is empty.
 *
 * @param code UNCL 4461 payment means code: 93 FIK, 50 giro, 42 Danish account, 30, 31 and 58 transfer, 97 NemKonto, 10 cash, 20 cheque,
 *     48, 54 and 55 card, 49 and 59 direct debit
 * @param registration four digits of a Danish account
 * @param account a Danish account, a giro account, or an IBAN where the supplier put it there
 * @param supplierCvr for NemKonto
 */
public record PaymentInstruction(
        String code,
        String registration,
        String account,
        String iban,
        String bic,
        Slip slip,
        String supplierCvr) {

    /**
     * What stands on a payment slip.
     *
     * @param cardType 71, 73, 75, 01, 04, 15; in Peppol {@code 71#123456789012345} has both card type and payment id
     * @param paymentId the payer's id
     * @param creditor the creditor number of a FIK slip
     */
    public record Slip(String cardType, String paymentId, String creditor) {

        static final Slip NONE = new Slip("", "", "");
    }

    PaymentTarget target() {
        return switch (code.strip()) {
            case "93", "50" -> paymentSlip().orElseGet(this::transfer);
            case "97" -> anyAccount().orElse(new NemKonto(supplierCvr));
            case "10" -> new NoTransfer(NoTransfer.Reason.CASH);
            case "20" -> new NoTransfer(NoTransfer.Reason.CHEQUE);
            case "48", "54", "55", "68" -> new NoTransfer(NoTransfer.Reason.CARD);
            case "49", "59" -> new NoTransfer(NoTransfer.Reason.DIRECT_DEBIT);
            default -> transfer();
        };
    }

    private PaymentTarget transfer() {
        return anyAccount()
                .orElseGet(() -> new NoTransfer(
                        code.isBlank() || code.strip().equals("1")
                                ? NoTransfer.Reason.NOT_STATED
                                : NoTransfer.Reason.UNKNOWN));
    }

    private Optional<PaymentTarget> paymentSlip() {
        String digits = slip.cardType().strip() + slip.paymentId().strip();
        if (digits.contains("<") || digits.contains("+")) {
            return PaymentTexts.codeLine(digits);
        }
        String[] parts = slip.cardType().strip().split("#", 2);
        String id = parts.length == 2 && !parts[1].isBlank() ? parts[1] : slip.paymentId();
        String to = slip.creditor().isBlank() ? account : slip.creditor();
        return PaymentSlip.Type.ofCode(parts[0]).map(type -> new PaymentSlip(type, type.idLength() == 0 ? "" : id, to));
    }

    private Optional<PaymentTarget> anyAccount() {
        String stated = PaymentTexts.compact(account);
        if (!registration.isBlank() && !stated.isEmpty()) {
            return Optional.of(new DanishAccount(registration, stated));
        }
        if (!iban.isBlank()) {
            return Optional.of(new Iban(iban, PaymentTexts.bicOrNothing(bic)));
        }
        if (stated.toUpperCase(Locale.ROOT).matches("[A-Z]{2}[0-9]{2}[A-Z0-9]{10,30}")) {
            return Optional.of(new Iban(stated, PaymentTexts.bicOrNothing(bic)));
        }
        if (stated.matches("[0-9]{14}")) {
            return Optional.of(new DanishAccount(stated.substring(0, 4), stated.substring(4)));
        }
        return stated.isEmpty() ? Optional.empty() : Optional.of(new Iban(stated, PaymentTexts.bicOrNothing(bic)));
    }
}
