package dk.klyngeflow.contactbook;

import dk.klyngeflow.documents.Spreadsheets.Sheet;
import dk.klyngeflow.members.TableFile;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The contact book as a table that Excel opens and saves. */
final class ContactTable {

    private static final List<String> HEADINGS =
            List.of("Slags", "Navn", "Rolle", "Organisation", "Telefon", "Mail", "Note", "Sidste kontakt");

    /** What others call the columns, and what the form calls them. */
    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("slags", ContactForm.KIND),
            Map.entry("type", ContactForm.KIND),
            Map.entry("kategori", ContactForm.KIND),
            Map.entry("navn", ContactForm.NAME),
            Map.entry("name", ContactForm.NAME),
            Map.entry("rolle", ContactForm.ROLE),
            Map.entry("titel", ContactForm.ROLE),
            Map.entry("stilling", ContactForm.ROLE),
            Map.entry("organisation", ContactForm.ORGANISATION),
            Map.entry("afdeling", ContactForm.ORGANISATION),
            Map.entry("firma", ContactForm.ORGANISATION),
            Map.entry("telefon", ContactForm.PHONE),
            Map.entry("tlf", ContactForm.PHONE),
            Map.entry("mobil", ContactForm.PHONE),
            Map.entry("mail", ContactForm.MAIL),
            Map.entry("e-mail", ContactForm.MAIL),
            Map.entry("email", ContactForm.MAIL),
            Map.entry("note", ContactForm.NOTE),
            Map.entry("bemærkning", ContactForm.NOTE));

    private ContactTable() {}

    static Sheet sheet(List<Contact> contacts) {
        return new Sheet(
                "Kontakter", HEADINGS, contacts.stream().map(ContactTable::row).toList());
    }

    private static List<@Nullable Object> row(Contact contact) {
        return List.of(
                contact.kind().danish(),
                contact.name(),
                contact.who().role(),
                contact.who().organisation(),
                contact.reach().phone(),
                contact.mail(),
                contact.note(),
                contact.lastContact());
    }

    /**
     * What each line says, by its number, as {@link ContactForm} reads it; columns that nobody knows are passed over.
     *
     * @return empty when the first line names no column {@code Navn}
     */
    static Map<Integer, Map<String, String>> read(String text) {
        Map<Integer, Map<String, String>> lines = new LinkedHashMap<>();
        Map<Integer, String> columns = new HashMap<>();
        TableFile.read(text, false, (line, cells) -> {
            if (columns.isEmpty()) {
                columns.put(-1, "");
                for (int cell = 0; cell < cells.size(); cell++) {
                    String column =
                            COLUMNS.get(cells.get(cell).toLowerCase(Locale.ROOT).replace(".", ""));
                    if (column != null) {
                        columns.putIfAbsent(cell, column);
                    }
                }
            } else if (columns.containsValue(ContactForm.NAME)) {
                lines.put(line, typed(columns, cells));
            }
        });
        return lines;
    }

    private static Map<String, String> typed(Map<Integer, String> columns, List<String> cells) {
        Map<String, String> typed = new HashMap<>();
        for (int cell = 0; cell < cells.size(); cell++) {
            String column = columns.get(cell);
            if (column != null) {
                typed.putIfAbsent(column, plain(cells.get(cell)));
            }
        }
        ContactKind.written(typed.getOrDefault(ContactForm.KIND, ""))
                .ifPresentOrElse(
                        kind -> typed.put(ContactForm.KIND, kind.name()), () -> typed.remove(ContactForm.KIND));
        return typed;
    }

    /** Without the mark that keeps a cell of ours from being a formula. */
    private static String plain(String cell) {
        return cell.matches("(?s)^'[=+\\-@].*") ? cell.substring(1) : cell;
    }
}
