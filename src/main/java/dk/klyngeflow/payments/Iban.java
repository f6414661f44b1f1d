package dk.klyngeflow.payments;

import java.util.List;
import java.util.Optional;
import org.iban4j.BicFormatException;
import org.iban4j.BicUtil;
import org.iban4j.IbanFormatException;
import org.iban4j.IbanUtil;
import org.iban4j.InvalidCheckDigitException;
import org.iban4j.UnsupportedCountryException;

/**
 * An account anywhere.
 *
 * @param number the IBAN, kept without blanks and in capitals
 * @param bic the bank's BIC (SWIFT); empty when not known, which is enough inside the EU and EEA
 */
public record Iban(String number, String bic) implements PaymentTarget {

    public Iban {
        number = PaymentTexts.compact(number);
        bic = PaymentTexts.compact(bic);
    }

    public static Iban of(String number) {
        return new Iban(number, "");
    }

    public String country() {
        return number.length() < 2 ? "" : number.substring(0, 2);
    }

    /** Registration and account number when it is a Danish account. */
    public Optional<DanishAccount> danishAccount() {
        return country().equals("DK") && faults().isEmpty()
                ? Optional.of(new DanishAccount(number.substring(4, 8), number.substring(8)))
                : Optional.empty();
    }

    @Override
    public String label() {
        String groups = number.replaceAll("(.{4})(?=.)", "$1 ");
        return bic.isEmpty() ? groups : groups + " (" + bic + ")";
    }

    @Override
    public List<String> faults() {
        try {
            IbanUtil.validate(number);
        } catch (InvalidCheckDigitException wrong) {
            return List.of("IBAN-nummerets kontrolcifre stemmer ikke. Et ciffer er nok skrevet forkert.");
        } catch (UnsupportedCountryException unknown) {
            return List.of("IBAN-nummeret begynder ikke med et land, der bruger IBAN.");
        } catch (IbanFormatException wrong) {
            return List.of("IBAN-nummeret har ikke den rigtige længde eller form for landet.");
        }
        return bic.isEmpty() || isBic(bic) ? List.of() : List.of("BIC (SWIFT) skal have 8 eller 11 tegn.");
    }

    /** The BIC names the same account only more exactly, but paying through another bank is another payment. */
    @Override
    public String payee() {
        return number;
    }

    @Override
    public String key() {
        return bic.isEmpty() ? "IBAN:" + number : "IBAN:" + number + ":" + bic;
    }

    private static boolean isBic(String text) {
        try {
            BicUtil.validate(text);
            return true;
        } catch (BicFormatException | UnsupportedCountryException wrong) {
            return false;
        }
    }
}
