package dk.klyngeflow.contactbook;

import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.mail.FailedMails;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what somebody has typed about a contact, or what a file says of one. */
final class ContactForm {

    static final String KIND = "slags";
    static final String NAME = "navn";
    static final String ROLE = "rolle";
    static final String ORGANISATION = "organisation";
    static final String PHONE = "telefon";
    static final String MAIL = "mail";
    static final String NOTE = "note";

    private static final Set<String> FIELDS = Set.of(KIND, NAME, ROLE, ORGANISATION, PHONE, MAIL, NOTE);
    private static final Set<String> KINDS =
            Arrays.stream(ContactKind.values()).map(Enum::name).collect(Collectors.toSet());
    private static final int LONGEST = 100;
    private static final int LONGEST_PHONE = 40;
    private static final int LONGEST_NOTE = 1_000;

    private ContactForm() {}

    /** As much of a note as the book keeps. */
    static String shortened(String note) {
        return note.length() <= LONGEST_NOTE
                ? note
                : note.substring(0, LONGEST_NOTE - 1).strip() + "…";
    }

    /** As the form shows one that is known. */
    static Map<String, String> typed(Contact contact) {
        return Map.of(
                KIND, contact.kind().name(),
                NAME, contact.name(),
                ROLE, contact.who().role(),
                ORGANISATION, contact.who().organisation(),
                PHONE, contact.reach().phone(),
                MAIL, contact.mail(),
                NOTE, contact.note());
    }

    /** @throws FormRefused with everything that is wrong, in Danish */
    static Contacts.Entry read(Map<String, String> typed) {
        Map<String, Object> known = new HashMap<>(typed);
        known.keySet().retainAll(FIELDS);
        FormFields fields = FormFields.of(known, FIELDS);
        String kind = fields.choice(KIND, KINDS, "Vælg, hvad det er for en kontakt.");
        String name = fields.required(NAME, "Navnet", LONGEST);
        String role = fields.text(ROLE, "Rollen", LONGEST);
        String organisation = fields.text(ORGANISATION, "Organisationen", LONGEST);
        String phone = fields.text(PHONE, "Telefonnummeret", LONGEST_PHONE);
        String mail = fields.text(MAIL, "Mailadressen");
        String note = fields.paragraphs(NOTE, "Noten", LONGEST_NOTE);
        if (!phone.matches("[0-9+()./ -]*")) {
            fields.wrong("Telefonnummeret må kun indeholde tal, mellemrum og +.");
        }
        if (!mail.isEmpty() && !FailedMails.isAddress(mail)) {
            fields.wrong("Mailadressen er ikke skrevet rigtigt. Skriv den som navn@sted.dk.");
        }
        fields.refuseIfWrong();
        return new Contacts.Entry(
                ContactKind.valueOf(kind),
                new Contact.Who(name, role, organisation),
                new Contact.Reach(phone, mail),
                note);
    }
}
