package dk.klyngeflow.payments;

import java.util.ArrayList;
import java.util.List;
import org.iban4j.CountryCode;
import org.iban4j.IbanUtil;

/**
 * A Danish bank account. Its number has no check digit that all banks share, so only the shape can be wrong.
 *
 * @param registration four digits, the branch
 * @param account one to ten digits
 */
public record DanishAccount(String registration, String account) implements PaymentTarget {

    public DanishAccount {
        registration = PaymentTexts.compact(registration);
        account = PaymentTexts.compact(account);
    }

    /** The account number with all ten digits, as banks want it. */
    public String tenDigits() {
        return "0".repeat(Math.max(0, 10 - account.length())) + account;
    }

    /** The same account as an IBAN. @throws IllegalStateException when the account has faults */
    public Iban iban() {
        if (!faults().isEmpty()) {
            throw new IllegalStateException("an account with faults has no IBAN");
        }
        String bban = registration + tenDigits();
        String check = IbanUtil.calculateCheckDigit(CountryCode.DK.getAlpha2() + "00" + bban);
        return new Iban(CountryCode.DK.getAlpha2() + check + bban, "");
    }

    @Override
    public String label() {
        return registration + " " + tenDigits();
    }

    @Override
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (!registration.matches("[0-9]{4}") || registration.equals("0000")) {
            faults.add("Registreringsnummeret skal have fire cifre.");
        }
        if (!account.matches("[0-9]{1,10}") || account.matches("0+")) {
            faults.add("Kontonummeret skal have højst ti cifre.");
        }
        return faults;
    }

    @Override
    public String checkedInDanish() {
        return faults().isEmpty()
                ? "Formen er rigtig. Et dansk kontonummer har ikke et kontrolciffer, så sammenlign det med fakturaen."
                : String.join(" ", faults());
    }

    /** Account 12345 and 0000012345 are the same. */
    @Override
    public String key() {
        return "KONTO:" + registration + ":" + tenDigits();
    }
}
