package dk.klyngeflow.einvoices;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One way to pay, as the document states it. Text that is missing is empty; nothing is checked here except that what the way needs is there.
 *
 * @param code UNCL 4461 code as given
 * @param reference what the supplier wants to read on the transfer
 * @param amount when the document is to be paid in parts, else null
 */
public record PaymentMeans(
        Way way,
        String code,
        Account account,
        Slip slip,
        String reference,
        @Nullable LocalDate dueDate,
        @Nullable BigDecimal amount) {

    /**
     * @param regNumber four digits, bank account only
     * @param accountNumber bank account, giro account, or what stands where an account should
     */
    public record Account(String regNumber, String accountNumber, String accountName, String iban, String bic) {}

    /**
     * @param cardType two digits of a payment slip: 71, 73, 75 (FIK), 01, 04, 15 (giro)
     * @param ocrReference the line between card type and creditor on a payment slip
     * @param creditorNumber eight digits, FIK only
     */
    public record Slip(String cardType, String ocrReference, String creditorNumber) {}

    /** How the money moves. */
    public enum Way {
        PAYMENT_SLIP("Indbetalingskort (FIK)"),
        BANK_ACCOUNT("Kontooverførsel"),
        IBAN("IBAN-overførsel"),
        GIRO("Girokort"),
        NEM_KONTO("NemKonto"),
        DIRECT_DEBIT("Betalingsservice"),
        CARD("Betalingskort"),
        CASH("Kontant"),
        CHEQUE("Check"),
        OFFSET("Modregning"),
        OTHER("Andet");

        private final String title;

        Way(String title) {
            this.title = title;
        }

        /** In Danish. */
        public String title() {
            return title;
        }
    }

    public String regNumber() {
        return account.regNumber();
    }

    public String accountNumber() {
        return account.accountNumber();
    }

    public String accountName() {
        return account.accountName();
    }

    public String iban() {
        return account.iban();
    }

    public String bic() {
        return account.bic();
    }

    public String cardType() {
        return slip.cardType();
    }

    public String ocrReference() {
        return slip.ocrReference();
    }

    public String creditorNumber() {
        return slip.creditorNumber();
    }

    /** True when all that a transfer needs is stated. */
    public boolean isTransferable() {
        return switch (way) {
            case PAYMENT_SLIP -> !cardType().isEmpty() && !creditorNumber().isEmpty();
            case BANK_ACCOUNT -> !regNumber().isEmpty() && !accountNumber().isEmpty();
            case IBAN -> !iban().isEmpty();
            case GIRO -> !accountNumber().isEmpty();
            case NEM_KONTO, DIRECT_DEBIT, CARD, CASH, CHEQUE, OFFSET, OTHER -> false;
        };
    }

    /** One line in Danish, as it stands on the rendered page and in the answer of the API: "+71&lt;000000000000000+12345678&lt;", "1234 1234567890", an IBAN. */
    public String inDanish() {
        return PaymentWords.inDanish(this);
    }
}
