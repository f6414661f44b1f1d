package dk.klyngeflow.payments;

import dk.klyngeflow.engine.FormRefused;
import java.util.List;

/**
 * Where the money for one invoice goes. A target may be wrong, as what a supplier wrote or a person typed may be wrong: {@link #faults()}
 * says how, in Danish. Values are kept as they were given, less blanks and punctuation.
 */
public sealed interface PaymentTarget permits DanishAccount, Iban, PaymentSlip, NemKonto, NoTransfer {

    /** One line in Danish as it is read on invoices: {@code +71<000000000000000+12345678<}, {@code 1234 0012345678}, an IBAN. */
    String label();

    /** Danish sentences that say what is wrong; empty when check digits and lengths are right. That the account exists is never known. */
    List<String> faults();

    /** The same target always has the same key: for storing, for comparing and for the hash an approval is bound to. */
    String key();

    /** Whose account it is, the same for every bill that is paid there; empty when it is no account. */
    String payee();

    /** True when a payment file can be written for it. */
    default boolean transferable() {
        return faults().isEmpty();
    }

    /** What stands below the number in forms: the faults, or what was checked. */
    default String checkedInDanish() {
        return faults().isEmpty() ? "Kontrolcifrene stemmer." : String.join(" ", faults());
    }

    /** Reads back what {@link #key()} gave. @throws IllegalArgumentException when it is no key */
    static PaymentTarget ofKey(String key) {
        return PaymentTexts.ofKey(key);
    }

    /**
     * What a person typed from a PDF: the code line of a payment slip, an IBAN, or registration and account number.
     *
     * @throws FormRefused when it is none of these or its check digits are wrong
     */
    static PaymentTarget typed(String text) {
        return PaymentTexts.typed(text);
    }

    /** What an e-invoice states; {@link NoTransfer} when it states nothing that can be paid to. */
    static PaymentTarget of(PaymentInstruction instruction) {
        return instruction.target();
    }
}
