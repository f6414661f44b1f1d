package dk.klyngeflow.members;

import dk.klyngeflow.engine.CprNumbers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads a list of people as CSV (semicolon, comma or tab; UTF-8 with or without its mark, or windows-1252) or Excel. The first line names
 * the columns: navn, mail, ydernummer, and if wanted praksis, patienter and post. What cannot be used is said with its line, and nothing
 * that looks like a CPR number is repeated.
 */
final class PeopleList {

    private static final int MOST_LINES = 2_000;
    private static final Map<String, String> COLUMNS = Map.ofEntries(
            Map.entry("navn", "navn"),
            Map.entry("læge", "navn"),
            Map.entry("mail", "mail"),
            Map.entry("e-mail", "mail"),
            Map.entry("email", "mail"),
            Map.entry("mailadresse", "mail"),
            Map.entry("ydernummer", "ydernummer"),
            Map.entry("ydernr", "ydernummer"),
            Map.entry("praksis", "praksis"),
            Map.entry("klinik", "praksis"),
            Map.entry("patienter", "patienter"),
            Map.entry("post", "post"),
            Map.entry("poster", "post"));

    private final List<String> errors = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();
    private List<String> columns = List.of();
    /** What follows says nothing that helps: the columns are unknown, or there are too many lines. */
    private boolean isUnreadable;

    /** @param line of the file, the first being 1 */
    record Entry(int line, Map<String, String> cells) {

        String cell(String column) {
            return cells.getOrDefault(column, "");
        }
    }

    record Content(List<Entry> entries, List<String> errors) {}

    private PeopleList() {}

    static Content read(byte[] bytes) {
        PeopleList list = new PeopleList();
        TableFile.read(bytes, MOST_LINES + 2, false, list::line).ifPresent(list.errors::add);
        if (list.columns.isEmpty() && list.errors.isEmpty()) {
            list.errors.add("Filen er tom.");
        }
        return new Content(List.copyOf(list.entries), List.copyOf(list.errors));
    }

    private void line(int number, List<String> cells) {
        if (cells.stream().allMatch(String::isEmpty)) {
            return;
        }
        if (columns.isEmpty()) {
            heading(number, cells);
            return;
        }
        if (isUnreadable) {
            return;
        }
        if (entries.size() == MOST_LINES) {
            errors.add("Filen har over 2.000 linjer. Del den op.");
            isUnreadable = true;
            return;
        }
        if (cells.stream().anyMatch(cell -> cell.contains("\n"))) {
            error(number, "et anførselstegn mangler.");
            return;
        }
        if (cells.stream().anyMatch(CprNumbers::isLikeIn)) {
            error(number, "her står noget, der ligner et CPR-nummer. Fjern det: CPR-numre må ikke stå i filen.");
            return;
        }
        Map<String, String> named = new HashMap<>();
        for (int column = 0; column < Math.min(columns.size(), cells.size()); column++) {
            named.put(columns.get(column), cells.get(column).replaceAll("\\s+", " "));
        }
        entries.add(new Entry(number, named));
    }

    private void heading(int number, List<String> cells) {
        columns = cells.stream()
                .map(cell -> COLUMNS.getOrDefault(cell.toLowerCase(Locale.ROOT), ""))
                .toList();
        for (String needed : List.of("navn", "mail", "ydernummer")) {
            if (!columns.contains(needed)) {
                error(
                        number,
                        "kolonnen „" + needed + "“ mangler. Første linje skal have kolonnernes navne: navn, mail og"
                                + " ydernummer, og hvis I vil, praksis, patienter og post.");
                isUnreadable = true;
                break;
            }
        }
    }

    private void error(int number, String what) {
        errors.add("Linje " + number + ": " + what);
    }
}
