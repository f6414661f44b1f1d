package dk.klyngeflow.contactbook;

import ezvcard.VCard;
import ezvcard.VCardVersion;
import ezvcard.io.text.VCardReader;
import ezvcard.io.text.VCardWriter;
import ezvcard.property.StructuredName;
import ezvcard.property.TextProperty;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The contact book as visiting cards that address books of phones and mail programs take and give. */
final class ContactCards {

    private ContactCards() {}

    static String write(List<Contact> contacts) {
        StringWriter text = new StringWriter();
        // 3.0 is what all of them read
        try (VCardWriter cards = new VCardWriter(text, VCardVersion.V3_0)) {
            cards.setAddProdId(false);
            for (Contact contact : contacts) {
                cards.write(card(contact));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("written to memory", e);
        }
        return text.toString();
    }

    private static VCard card(Contact contact) {
        VCard card = new VCard();
        card.setFormattedName(contact.name());
        StructuredName name = new StructuredName();
        int last = contact.name().lastIndexOf(' ');
        name.setFamily(contact.name().substring(last + 1));
        if (last > 0) {
            name.setGiven(contact.name().substring(0, last));
        }
        card.setStructuredName(name);
        if (!contact.who().organisation().isEmpty()) {
            card.setOrganization(contact.who().organisation());
        }
        if (!contact.who().role().isEmpty()) {
            card.addTitle(contact.who().role());
        }
        if (!contact.reach().phone().isEmpty()) {
            card.addTelephoneNumber(contact.reach().phone());
        }
        if (!contact.mail().isEmpty()) {
            card.addEmail(contact.mail());
        }
        if (!contact.note().isEmpty()) {
            card.addNote(contact.note());
        }
        card.setCategories(contact.kind().danish());
        return card;
    }

    /** What each card says, as {@link ContactForm} reads it. */
    static List<Map<String, String>> read(String text) {
        try (VCardReader cards = new VCardReader(text)) {
            return cards.readAll().stream().map(ContactCards::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("read from memory", e);
        }
    }

    private static Map<String, String> read(VCard card) {
        Map<String, String> typed = new HashMap<>();
        typed.put(ContactForm.NAME, name(card));
        typed.put(ContactForm.ROLE, first(new ArrayList<TextProperty>(card.getTitles()), card.getRoles()));
        typed.put(
                ContactForm.ORGANISATION,
                card.getOrganization() == null
                        ? ""
                        : card.getOrganization().getValues().stream()
                                .filter(Objects::nonNull)
                                .filter(part -> !part.isBlank())
                                .collect(Collectors.joining(", ")));
        typed.put(
                ContactForm.PHONE,
                card.getTelephoneNumbers().stream()
                        .map(phone -> phone.getUri() == null
                                ? phone.getText()
                                : phone.getUri().getNumber())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(""));
        typed.put(ContactForm.MAIL, first(card.getEmails(), List.of()));
        typed.put(ContactForm.NOTE, first(card.getNotes(), List.of()));
        (card.getCategories() == null ? List.<String>of() : card.getCategories().getValues())
                .stream()
                        .flatMap(category -> ContactKind.written(category).stream())
                        .findFirst()
                        .ifPresent(kind -> typed.put(ContactForm.KIND, kind.name()));
        return typed;
    }

    /** Some cards have only the parts of the name. */
    private static String name(VCard card) {
        if (card.getFormattedName() != null
                && !text(card.getFormattedName().getValue()).isEmpty()) {
            return text(card.getFormattedName().getValue());
        }
        StructuredName parts = card.getStructuredName();
        return parts == null ? "" : (text(parts.getGiven()) + " " + text(parts.getFamily())).strip();
    }

    private static String first(List<? extends TextProperty> one, List<? extends TextProperty> other) {
        List<TextProperty> all = new ArrayList<>(one);
        all.addAll(other);
        return all.stream()
                .map(property -> text(property.getValue()))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value.strip();
    }
}
