package dk.klyngeflow.meetings;

import dk.klyngeflow.bookings.BookingKind;
import dk.klyngeflow.bookings.Supplier;
import dk.klyngeflow.bookings.Suppliers;
import dk.klyngeflow.contactbook.Contact;
import dk.klyngeflow.contactbook.Contacts;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** People of the contact book can be asked to speak: whoever is chosen stands on the list of speakers from then on. */
@Component
class SpeakersOfContacts {

    private static final String PREFIX = "contact:";

    private final Contacts contacts;
    private final Suppliers suppliers;

    SpeakersOfContacts(Contacts contacts, Suppliers suppliers) {
        this.contacts = contacts;
        this.suppliers = suppliers;
    }

    /** Those who can be reached and are not on the list yet. */
    List<WishedSuppliers.Option> options(String clusterId) {
        List<Supplier> known = suppliers.of(clusterId, BookingKind.SPEAKER);
        return contacts.of(clusterId).stream()
                .filter(contact ->
                        !contact.mail().isEmpty() || !contact.reach().phone().isEmpty())
                .filter(contact -> known.stream().noneMatch(supplier -> isSame(supplier, contact)))
                .map(contact ->
                        new WishedSuppliers.Option(PREFIX + contact.contactId(), contact.inWords(), "Fra kontaktbogen"))
                .toList();
    }

    private static boolean isSame(Supplier supplier, Contact contact) {
        return supplier.name().equalsIgnoreCase(contact.name())
                || (!contact.mail().isEmpty() && supplier.mail().equalsIgnoreCase(contact.mail()));
    }

    /** True when it is somebody of the book who is still there. */
    boolean isOne(String clusterId, String chosen) {
        return find(clusterId, chosen).isPresent();
    }

    private Optional<Contact> find(String clusterId, String chosen) {
        return chosen.startsWith(PREFIX)
                ? contacts.find(clusterId, chosen.substring(PREFIX.length()))
                : Optional.empty();
    }

    /** The id of a supplier: of the one chosen, or of the one who is put on the list now. */
    String onTheList(String clusterId, String chosen) {
        return find(clusterId, chosen)
                .map(contact -> suppliers.of(clusterId, BookingKind.SPEAKER).stream()
                        .filter(supplier -> isSame(supplier, contact))
                        .map(Supplier::supplierId)
                        .findFirst()
                        .orElseGet(() -> suppliers.add(clusterId, entry(contact))))
                .orElse(chosen);
    }

    private static Suppliers.Entry entry(Contact contact) {
        String where = contact.who().role()
                + (contact.who().role().isEmpty()
                                || contact.who().organisation().isEmpty()
                        ? ""
                        : ", ")
                + contact.who().organisation();
        return new Suppliers.Entry(
                BookingKind.SPEAKER,
                contact.name(),
                Suppliers.Reach.by(contact.mail(), contact.reach().phone()),
                new Suppliers.Terms("", where, null),
                false,
                true);
    }
}
