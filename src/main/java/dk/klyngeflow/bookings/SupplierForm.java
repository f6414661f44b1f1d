package dk.klyngeflow.bookings;

import dk.klyngeflow.engine.CvrNumbers;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.mail.FailedMails;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads what somebody has typed about a venue, a caterer or a speaker. */
final class SupplierForm {

    private static final Set<String> FIELDS = Set.of(
            "name",
            "contact",
            "mail",
            "phone",
            "cvr",
            "address",
            "priceGuide",
            "note",
            "capacity",
            "own",
            "active",
            "_csrf");

    private SupplierForm() {}

    /** As the form shows one that is known. */
    static Map<String, String> typed(Supplier supplier) {
        Map<String, String> typed = new HashMap<>();
        typed.put("name", supplier.name());
        typed.put("contact", supplier.contact());
        typed.put("mail", supplier.mail());
        typed.put("phone", supplier.phone());
        typed.put("cvr", supplier.cvr());
        typed.put("address", supplier.address());
        typed.put("priceGuide", supplier.priceGuide());
        typed.put("note", supplier.note());
        typed.put(
                "capacity",
                supplier.capacity() == null ? "" : supplier.capacity().toString());
        typed.put("own", supplier.own() ? "true" : "");
        typed.put("active", supplier.active() ? "true" : "");
        return typed;
    }

    /** @throws FormRefused with everything that is wrong, in Danish */
    static Suppliers.Entry read(BookingKind kind, Map<String, String> typed) {
        FormFields fields = FormFields.of(new HashMap<>(typed), FIELDS);
        boolean own = kind == BookingKind.ROOM && fields.has("own");
        String name = shorter(fields, fields.required("name", "Navnet"), "Navnet", 100);
        String mail = fields.text("mail", "Mailadressen");
        String phone = shorter(fields, fields.text("phone", "Telefonnummeret"), "Telefonnummeret", 40);
        String cvr = CvrNumbers.bare(fields.text("cvr", "CVR-nummeret"));
        String address = shorter(fields, fields.text("address", "Adressen"), "Adressen", 150);
        if (!mail.isEmpty() && !FailedMails.isAddress(mail)) {
            fields.wrong("Mailadressen er ikke skrevet rigtigt. Skriv den som navn@sted.dk.");
        }
        if (!phone.matches("[0-9+() -]*")) {
            fields.wrong("Telefonnummeret må kun indeholde tal, mellemrum og +.");
        }
        if (!cvr.isEmpty()) {
            CvrNumbers.objectionTo(cvr)
                    .ifPresent(wrong -> fields.wrong(wrong + " Lad feltet stå tomt, hvis du ikke kender det."));
        }
        if (!own && mail.isEmpty() && phone.isEmpty() && !name.isEmpty()) {
            fields.wrong("Skriv en mailadresse eller et telefonnummer, så de kan spørges.");
        }
        Suppliers.Entry entry = new Suppliers.Entry(
                kind,
                name,
                new Suppliers.Reach(
                        shorter(fields, fields.text("contact", "Kontakten"), "Kontakten", 100),
                        mail,
                        phone,
                        cvr,
                        address),
                new Suppliers.Terms(
                        shorter(fields, fields.text("priceGuide", "Prisen"), "Prisen", 200),
                        shorter(fields, fields.paragraphs("note", "Noten"), "Noten", 2_000),
                        capacity(fields)),
                own,
                fields.has("active"));
        fields.refuseIfWrong();
        return entry;
    }

    private static @Nullable Integer capacity(FormFields fields) {
        String text = fields.text("capacity", "Antallet");
        if (text.isEmpty()) {
            return null;
        }
        if (!text.matches("[1-9][0-9]{0,3}")) {
            fields.wrong("Skriv antallet som et helt tal, for eksempel 30, eller lad det stå tomt.");
            return null;
        }
        return Integer.valueOf(text);
    }

    private static String shorter(FormFields fields, String text, String label, int longest) {
        if (text.length() > longest) {
            fields.wrong(label + " må højst fylde " + longest + " tegn.");
        }
        return text;
    }
}
