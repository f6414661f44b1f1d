package dk.klyngeflow.bills;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What tells one invoice from another: supplier and number as a machine compares them. */
public final class InvoiceKeys {

    /** At the end and after a blank or comma: the last letters of Matas are no company form. */
    private static final Pattern COMPANY_FORM =
            Pattern.compile("(?<=\\S)[\\s,]+(A/?S|ApS|I/?S|IVS|K/?S|P/?S)[\\s.]*$", Pattern.CASE_INSENSITIVE);

    private InvoiceKeys() {}

    /** The CVR number when there is one, else the name less its company form, capitals and punctuation; null when there is neither. */
    public static @Nullable String supplier(@Nullable String cvr, String name) {
        if (cvr != null && !cvr.isBlank()) {
            return "CVR:" + plain(cvr).replaceFirst("^DK(?=\\d{8}$)", "");
        }
        String plain = plain(COMPANY_FORM.matcher(name).replaceFirst(""));
        return plain.isEmpty() ? null : "NAVN:" + plain;
    }

    /** Of an invoice that is here: claims are told apart by whose they are, not by the name on them. */
    public static @Nullable String supplier(Invoice invoice) {
        return invoice.isClaim()
                ? supplier(null, "UDLAEG " + invoice.claimantId())
                : supplier(invoice.supplierCvr(), invoice.supplierName());
    }

    static boolean sameWords(String one, String other) {
        return plain(one).equals(plain(other));
    }

    /** Letters and digits without leading zeros: {@code 2026-0047}, {@code 2026/0047} and {@code 2026 0047} are the same; null when empty. */
    public static @Nullable String number(String number) {
        String plain = plain(number).replaceFirst("^0+(?=.)", "");
        return plain.isEmpty() ? null : plain;
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toUpperCase(Locale.ROOT)
                .replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
