package dk.klyngeflow.payments;

import dk.klyngeflow.engine.FormRefused;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A payment file for the bank: ISO 20022 customer credit transfer initiation, {@code pain.001.001.09}.
 *
 * <p>Version 09 because it is the one whose ISO schema the file is checked against. The Danish banks' common guideline (CGI MIG, 2013)
 * describes version 03; what is used here has the same place and meaning in both, apart from the execution date. Whether a bank takes 09
 * is the bank's to say: try one file before relying on it.
 *
 * <p>A payment slip has the creditor number as an account with the scheme {@code OCR}, and card type and payment id as a structured
 * reference {@code 71/000000000000000}, as Danish business systems export it; banks differ here too.
 */
public final class PaymentFile {

    private static final int MOST_PAYMENTS = 1000;

    private PaymentFile() {}

    /**
     * Writes the payments as one pain.001.001.09 document in UTF-8, valid by the official schema.
     *
     * @throws FormRefused in Danish, one sentence for each payment that cannot be made by file: faults in the target, a wrong amount, a
     *     payment slip in another currency than kroner, a foreign account without BIC
     * @throws IllegalStateException when ids are missing, too long or used twice: they are ours
     */
    public static byte[] pain001(PaymentBatch batch) {
        requireIds(batch);
        List<String> faults = new ArrayList<>();
        if (!(batch.debtorAccount() instanceof DanishAccount || batch.debtorAccount() instanceof Iban)
                || !batch.debtorAccount().transferable()) {
            faults.add("Klyngens egen konto mangler eller er forkert. Ret den i klyngens oplysninger.");
        }
        if (batch.orders().isEmpty() || batch.orders().size() > MOST_PAYMENTS) {
            faults.add("En betalingsfil skal have mellem 1 og 1.000 betalinger.");
        }
        batch.orders().forEach(order -> faults(order).forEach(fault -> faults.add(named(order) + fault)));
        if (!faults.isEmpty()) {
            throw new FormRefused(faults);
        }
        return PainSchema.valid(PainDocument.of(batch));
    }

    /** Why an order cannot be paid by file, in Danish; empty when it can. */
    public static List<String> faults(PaymentOrder order) {
        List<String> faults = new ArrayList<>(order.target().faults());
        if (order.amountMinor() <= 0) {
            faults.add("Beløbet skal være større end nul. En kreditnota kan ikke betales.");
        }
        if (PaymentCharacters.danish(order.creditorName(), 70).isEmpty()) {
            faults.add("Modtagerens navn mangler.");
        }
        if (!isCurrency(order.currency())) {
            faults.add("Valutaen er ikke kendt.");
        } else if (order.target() instanceof PaymentSlip && !order.currency().equals("DKK")) {
            faults.add("Et indbetalingskort kan kun betales i kroner.");
        }
        if (order.target() instanceof Iban iban
                && iban.faults().isEmpty()
                && iban.bic().isEmpty()
                && !PainDocument.isInSepa(iban.country())) {
            faults.add("Bankens BIC (SWIFT) mangler. Den er nødvendig uden for EU og EØS.");
        }
        return faults;
    }

    private static String named(PaymentOrder order) {
        return order.creditorName().isBlank() ? "" : order.creditorName().strip() + ": ";
    }

    private static boolean isCurrency(String code) {
        try {
            return Currency.getInstance(code).getDefaultFractionDigits() >= 0;
        } catch (IllegalArgumentException unknown) {
            return false;
        }
    }

    private static void requireIds(PaymentBatch batch) {
        requireId(batch.messageId());
        Set<String> seen = new HashSet<>();
        for (PaymentOrder order : batch.orders()) {
            requireId(order.id());
            if (!seen.add(order.id())) {
                throw new IllegalStateException("payment " + order.id() + " stands twice in file " + batch.messageId());
            }
        }
    }

    private static void requireId(String id) {
        if (!id.matches("[A-Za-z0-9-]{1,35}")) {
            throw new IllegalStateException("no id for a payment file: " + id);
        }
    }
}
