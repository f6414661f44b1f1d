package dk.klyngeflow.contactbook;

import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.members.TableFile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes visiting cards or a table into the book: first it is said line by line what would happen, then it happens. */
@Component
class ContactImport {

    private static final int MOST_LINES = 1_000;

    private final Contacts contacts;

    ContactImport(Contacts contacts) {
        this.contacts = contacts;
    }

    /** What a line does to the book. */
    enum Effect {
        ADDED("Tilføjes"),
        CHANGED("Rettes"),
        SAME("Er der i forvejen"),
        PASSED_OVER("Springes over");

        private final String danish;

        Effect(String danish) {
            this.danish = danish;
        }

        public String danish() {
            return danish;
        }
    }

    /**
     * One line of a table, or one card.
     *
     * @param where as in {@code Linje 3}
     * @param what who it is, or why it is passed over
     */
    record Line(String where, Effect effect, String what, Optional<Contacts.Entry> entry) {}

    /** @throws FormRefused when the file is none of the kind, or has nobody in it */
    List<Line> look(String clusterId, byte[] content, ContactKind otherwise) {
        String text = TableFile.text(content);
        boolean isCards = text.stripLeading().toUpperCase(Locale.ROOT).startsWith("BEGIN:VCARD");
        List<Line> lines = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        if (isCards) {
            List<Map<String, String>> cards = ContactCards.read(text);
            for (int card = 0; card < cards.size(); card++) {
                lines.add(line(clusterId, "Kort " + (card + 1), cards.get(card), otherwise, seen));
            }
        } else {
            ContactTable.read(text)
                    .forEach((number, typed) -> lines.add(line(clusterId, "Linje " + number, typed, otherwise, seen)));
        }
        if (lines.isEmpty()) {
            throw new FormRefused(
                    "Filen har ingen kontakter. Vælg visitkort (.vcf) eller en tabel (.csv), hvor den første linje har kolonnen „Navn“.");
        }
        // whoever is there already takes no room and no work
        if (lines.stream().filter(line -> line.effect() != Effect.SAME).count() > MOST_LINES) {
            throw new FormRefused("Filen har for mange linjer. Del den op; der kan indlæses " + MOST_LINES
                    + " nye og rettede ad gangen.");
        }
        long more = lines.stream().filter(line -> line.effect() == Effect.ADDED).count();
        if (more > 0 && contacts.of(clusterId).size() + more > Contacts.MOST) {
            throw new FormRefused("Bogen har plads til " + Contacts.MOST + " kontakter, og filen har " + more
                    + " nye. Fjern nogle, eller del filen op.");
        }
        return lines;
    }

    private Line line(
            String clusterId, String where, Map<String, String> said, ContactKind otherwise, Set<String> seen) {
        Contacts.Entry entry;
        try {
            entry = ContactForm.read(completed(clusterId, said, otherwise));
        } catch (FormRefused refused) {
            return new Line(where, Effect.PASSED_OVER, String.join(" ", refused.messages()), Optional.empty());
        }
        String inWords = entry.who().name()
                + (entry.who().organisation().isEmpty()
                        ? ""
                        : ", " + entry.who().organisation());
        if (!seen.add(inWords.toLowerCase(Locale.ROOT))) {
            return new Line(where, Effect.PASSED_OVER, inWords + " står to gange i filen.", Optional.empty());
        }
        Effect effect = contacts.called(clusterId, entry.who())
                .map(known -> isSame(known, entry) ? Effect.SAME : Effect.CHANGED)
                .orElse(Effect.ADDED);
        return new Line(where, effect, inWords, Optional.of(entry));
    }

    /** What a file leaves empty stays as it is known. */
    private Map<String, String> completed(String clusterId, Map<String, String> said, ContactKind otherwise) {
        Map<String, String> typed = new HashMap<>(said);
        // a card may bear a whole letter as its note
        typed.computeIfPresent(ContactForm.NOTE, (field, note) -> ContactForm.shortened(note));
        contacts.called(
                        clusterId,
                        new Contact.Who(
                                said.getOrDefault(ContactForm.NAME, ""),
                                "",
                                said.getOrDefault(ContactForm.ORGANISATION, "")))
                .map(ContactForm::typed)
                .orElse(Map.of(ContactForm.KIND, otherwise.name()))
                .forEach((field, known) -> typed.merge(field, known, (now, before) -> now.isBlank() ? before : now));
        return typed;
    }

    private static boolean isSame(Contact known, Contacts.Entry entry) {
        return known.kind() == entry.kind()
                && known.who().equals(entry.who())
                && known.reach().equals(entry.reach())
                && known.note().equals(entry.note());
    }

    /** @return how many were added or changed */
    @Transactional
    public int take(String clusterId, byte[] content, ContactKind otherwise) {
        int taken = 0;
        for (Line line : look(clusterId, content, otherwise)) {
            Contacts.Entry entry = line.entry().orElse(null);
            if (entry == null || line.effect() == Effect.SAME) {
                continue;
            }
            contacts.called(clusterId, entry.who())
                    .ifPresentOrElse(
                            known -> contacts.change(clusterId, known.contactId(), entry),
                            () -> contacts.add(clusterId, entry));
            taken++;
        }
        return taken;
    }
}
