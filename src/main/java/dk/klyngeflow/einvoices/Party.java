package dk.klyngeflow.einvoices;

import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Supplier, receiver, payee or tax representative. Text that is missing is empty.
 *
 * @param country ISO 3166 code, two letters, may be empty
 */
public record Party(Called called, Numbers numbers, Reached reached, String address, String country) {

    static final Party NOBODY =
            new Party(new Called("", ""), new Numbers(null, "", "", "", ""), new Reached("", "", ""), "", "");

    /**
     * @param name the name people know it by; the registered one when there is no other
     * @param legalName the name it is registered with, empty when it is not given
     */
    public record Called(String name, String legalName) {}

    /**
     * What it is known by.
     *
     * @param cvr eight digits without a prefix, null when it has no Danish number
     * @param vatId the VAT number as given, of whatever country
     * @param registrationId what else it is registered as, with a foreign authority
     * @param gln thirteen digits (EAN), empty when it has none
     * @param scheme where {@link Party#id()} comes from: {@code CVR}, {@code VAT}, {@code REG}, {@code GLN}, or empty
     */
    public record Numbers(@Nullable String cvr, String vatId, String registrationId, String gln, String scheme) {}

    /** Whom to write to or call. */
    public record Reached(String contact, String mail, String phone) {}

    public String name() {
        return called.name();
    }

    public String legalName() {
        return called.legalName();
    }

    public @Nullable String cvr() {
        return numbers.cvr();
    }

    public String vatId() {
        return numbers.vatId();
    }

    public String registrationId() {
        return numbers.registrationId();
    }

    public String gln() {
        return numbers.gln();
    }

    public String scheme() {
        return numbers.scheme();
    }

    public String contact() {
        return reached.contact();
    }

    public String mail() {
        return reached.mail();
    }

    public String phone() {
        return reached.phone();
    }

    /** What tells this party from all others, the strongest first: CVR number, VAT number, registration number, GLN, else its name in small letters. */
    public String id() {
        return Stream.of(cvr() == null ? "" : cvr(), vatId(), registrationId(), gln())
                .filter(s -> !s.isEmpty())
                .findFirst()
                .orElse(name().toLowerCase(Locale.ROOT).strip());
    }
}
