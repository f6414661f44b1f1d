package dk.klyngeflow.payments;

import java.util.ArrayList;
import java.util.List;
import org.iban4j.CountryCode;
import org.iban4j.IbanUtil;

/**
 * A Danish bank account. Its number has no check digit that all banks share, so only the shape can be wrong.
 *
 * @param registration four digits, the branch
 * @param account ten digits; a shorter number is filled with zeros in front
 */
public record DanishAccount(String registration, String account) implements PaymentTarget {

    public DanishAccount {
        registration = PaymentTexts.compact(registration);
        account = PaymentTexts.compact(account);
        if (!account.isEmpty() && account.length() < 10) {
            account = "0".repeat(10 - account.length()) + account;
        }
    }

    /** The same account as an IBAN. @throws IllegalStateException when the account has faults */
    public Iban iban() {
        if (!faults().isEmpty()) {
            throw new IllegalStateException("an account with faults has no IBAN");
        }
        String bban = registration + account;
        String check = IbanUtil.calculateCheckDigit(CountryCode.DK.getAlpha2() + "00" + bban);
        return new Iban(CountryCode.DK.getAlpha2() + check + bban, "");
    }

    @Override
    public String label() {
        return registration + " " + account;
    }

    @Override
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        if (!registration.matches("[0-9]{4}") || registration.equals("0000")) {
            faults.add("Registreringsnummeret skal have fire cifre.");
        }
        if (!account.matches("[0-9]{10}") || account.matches("0+")) {
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

    @Override
    public String payee() {
        return faults().isEmpty() ? iban().payee() : key();
    }

    @Override
    public String key() {
        return "KONTO:" + registration + ":" + account;
    }
}
