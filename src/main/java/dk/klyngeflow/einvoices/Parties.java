package dk.klyngeflow.einvoices;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.AddressType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.ContactType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyLegalEntityType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyNameType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyTaxSchemeType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyType;
import oasis.names.specification.ubl.schema.xsd.unqualifieddatatypes_21.IdentifierType;
import org.jspecify.annotations.Nullable;

/** Reads a party, and finds the one number that it is known by among the many places and schemes that it can stand in. */
final class Parties {

    /** Schemes that mean a CVR number: OIOUBL's, ISO 6523 and the older one of Peppol. */
    private static final Set<String> CVR = Set.of("DK:CVR", "CVR", "0184", "9902", "DK:ERST");
    /** Numbers for VAT; mostly the CVR number again, but a company may have several. */
    private static final Set<String> SE = Set.of("DK:SE", "SE", "0198", "9904", "DK:VAT");

    private static final Set<String> GLN = Set.of("GLN", "EAN", "0088", "DK:EAN");
    private static final Set<String> OTHER_DANISH =
            Set.of("DK:P", "0096", "9905", "DK:VANS", "DK:CPR", "CPR", "0237", "9901");
    private static final Pattern EIGHT_DIGITS = Pattern.compile("(DK)?(\\d{8})");
    private static final Pattern THIRTEEN_DIGITS = Pattern.compile("\\d{13}");

    /** Zeros are what is left of a number that was blanked. */
    private static final Pattern NOTHING = Pattern.compile("0*");

    private Parties() {}

    private record Id(String scheme, String value, boolean isVat) {}

    static Party read(@Nullable PartyType party) {
        if (party == null) {
            return Party.NOBODY;
        }
        String country = country(party);
        List<Id> ids = ids(party);
        String cvr = cvr(ids, country).orElse(null);
        String vatId = vatId(ids, cvr);
        String registration = cvr != null ? "" : registration(party);
        String gln = gln(ids);
        String legalName = party.getPartyLegalEntity().stream()
                .map(PartyLegalEntityType::getRegistrationNameValue)
                .map(Texts::of)
                .filter(s -> !s.isEmpty())
                .findFirst()
                .orElseGet(() -> Texts.first(party.getPartyTaxScheme().stream()
                        .map(PartyTaxSchemeType::getRegistrationNameValue)
                        .toArray(String[]::new)));
        String name = Texts.first(
                party.getPartyName().stream().map(PartyNameType::getNameValue).toArray(String[]::new));
        ContactType contact = party.getContact();
        return new Party(
                new Party.Called(Texts.first(name, legalName, person(party)), legalName),
                new Party.Numbers(
                        cvr,
                        vatId,
                        registration,
                        gln,
                        cvr != null
                                ? "CVR"
                                : !vatId.isEmpty()
                                        ? "VAT"
                                        : !registration.isEmpty() ? "REG" : !gln.isEmpty() ? "GLN" : ""),
                contact == null
                        ? new Party.Reached("", "", "")
                        : new Party.Reached(
                                Texts.of(contact.getNameValue()),
                                Texts.of(contact.getElectronicMailValue()),
                                Texts.of(contact.getTelephoneValue())),
                address(party.getPostalAddress()),
                country);
    }

    /** The eight digits of a Danish number, with or without prefix and blanks; empty when it is none. */
    static Optional<String> cvr(String text) {
        Matcher number = EIGHT_DIGITS.matcher(Texts.compact(text).replaceAll("[.-]", ""));
        return number.matches() && !NOTHING.matcher(number.group(2)).matches()
                ? Optional.of(number.group(2))
                : Optional.empty();
    }

    private static Optional<String> cvr(List<Id> ids, String country) {
        return matching(ids, id -> CVR.contains(id.scheme))
                .or(() -> matching(ids, id -> SE.contains(id.scheme)))
                .or(() -> matching(ids, id -> id.isVat && id.value.startsWith("DK")))
                .or(() -> matching(
                        ids,
                        id -> (id.scheme.isEmpty() || id.scheme.equals("ZZZ"))
                                && (country.equals("DK") || id.value.startsWith("DK"))));
    }

    private static Optional<String> matching(List<Id> ids, java.util.function.Predicate<Id> filter) {
        return ids.stream().filter(filter).flatMap(id -> cvr(id.value).stream()).findFirst();
    }

    private static String vatId(List<Id> ids, @Nullable String cvr) {
        return ids.stream()
                .filter(Id::isVat)
                .map(Id::value)
                .filter(v -> !NOTHING.matcher(v).matches())
                .map(v -> cvr(v).map(digits -> "DK" + digits)
                        .filter(dk -> cvr != null)
                        .orElse(v))
                .findFirst()
                .orElse("");
    }

    private static String gln(List<Id> ids) {
        return ids.stream()
                .filter(id -> GLN.contains(id.scheme))
                .map(Id::value)
                .filter(v -> THIRTEEN_DIGITS.matcher(v).matches())
                .findFirst()
                .orElse("");
    }

    private static String registration(PartyType party) {
        return party.getPartyLegalEntity().stream()
                .filter(e -> e.getCompanyID() != null && !OTHER_DANISH.contains(scheme(e.getCompanyID())))
                .map(e -> Texts.compact(e.getCompanyIDValue()))
                .filter(v -> !NOTHING.matcher(v).matches())
                .findFirst()
                .orElse("");
    }

    /** In the order of trust: what the company is registered as, what it calls itself, what it answers for VAT, where it receives. */
    private static List<Id> ids(PartyType party) {
        List<Id> ids = new ArrayList<>();
        party.getPartyLegalEntity().forEach(e -> add(ids, e.getCompanyID(), false));
        party.getPartyIdentification().forEach(i -> add(ids, i.getID(), false));
        party.getPartyTaxScheme().stream().filter(Parties::isVatScheme).forEach(t -> add(ids, t.getCompanyID(), true));
        add(ids, party.getEndpointID(), false);
        return ids;
    }

    private static boolean isVatScheme(PartyTaxSchemeType tax) {
        if (tax.getTaxScheme() == null) {
            return true;
        }
        String id = Texts.compact(tax.getTaxScheme().getIDValue());
        return id.isEmpty() || VatCategories.isVatScheme(id);
    }

    private static void add(List<Id> ids, @Nullable IdentifierType id, boolean isVat) {
        if (id != null && id.getValue() != null && !id.getValue().isBlank()) {
            ids.add(new Id(scheme(id), Texts.compact(id.getValue()), isVat));
        }
    }

    private static String scheme(IdentifierType id) {
        return id.getSchemeID() == null ? "" : id.getSchemeID().strip().toUpperCase(Locale.ROOT);
    }

    private static String country(PartyType party) {
        AddressType address = party.getPostalAddress();
        return address == null || address.getCountry() == null
                ? ""
                : Texts.compact(address.getCountry().getIdentificationCodeValue());
    }

    private static String person(PartyType party) {
        return party.getPerson().stream()
                .map(p -> Texts.joined(" ", p.getFirstNameValue(), p.getMiddleNameValue(), p.getFamilyNameValue()))
                .findFirst()
                .orElse("");
    }

    /** On one line, as on an envelope. */
    static String address(@Nullable AddressType a) {
        if (a == null) {
            return "";
        }
        String country =
                a.getCountry() == null ? "" : Texts.compact(a.getCountry().getIdentificationCodeValue());
        return Texts.joined(
                ", ",
                Texts.joined(" ", a.getStreetNameValue(), a.getBuildingNumberValue()),
                Texts.joined(" ", a.getFloorValue(), a.getRoomValue()),
                a.getAdditionalStreetNameValue(),
                a.getPostboxValue() == null ? null : "Postboks " + a.getPostboxValue(),
                Texts.joined(
                        ", ",
                        a.getAddressLine().stream().map(l -> l.getLineValue()).toArray(String[]::new)),
                Texts.joined(" ", a.getPostalZoneValue(), a.getCityNameValue()),
                country.equals("DK") ? null : country);
    }
}
