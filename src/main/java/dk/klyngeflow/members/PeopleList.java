package dk.klyngeflow.members;

import de.siegmar.fastcsv.reader.CsvParseException;
import dk.klyngeflow.engine.CprNumbers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;

/**
 * Reads a list of people as CSV (semicolon, comma or tab; UTF-8 with or without its mark, or windows-1252) or Excel. The first line names
 * the columns: navn, mail, ydernummer, and if wanted praksis, patienter and post. What cannot be used is said with its line, and nothing
 * that looks like a CPR number is repeated.
 */
final class PeopleList {

    private static final int MOST_LINES = 2_000;
    private static final long MOST_UNPACKED = 20_000_000;
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
        boolean isZip = bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K';
        if (isZip) {
            list.excel(bytes);
        } else if (bytes.length > 7 && (bytes[0] & 0xFF) == 0xD0 && (bytes[1] & 0xFF) == 0xCF) {
            list.errors.add(
                    "Filen er et gammelt regneark (.xls), hvad den end hedder. Gem den som .xlsx eller CSV, og prøv igen.");
        } else {
            list.table(bytes);
        }
        if (list.columns.isEmpty() && list.errors.isEmpty()) {
            list.errors.add("Filen er tom.");
        }
        return new Content(List.copyOf(list.entries), List.copyOf(list.errors));
    }

    private void table(byte[] bytes) {
        try {
            TableFile.read(TableFile.text(bytes), false, this::line);
        } catch (CsvParseException noTable) {
            errors.add(
                    "Filen kan ikke læses som en tabel: en linje er alt for lang. Gem regnearket som .xlsx eller CSV, og prøv igen.");
        }
    }

    private void excel(byte[] bytes) {
        if (isTooLarge(bytes)) {
            errors.add("Regnearket er for stort eller kan ikke læses. Gem det som .xlsx eller CSV, og prøv igen.");
            return;
        }
        try (ReadableWorkbook book =
                        new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, false));
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            rows.limit(MOST_LINES + 2L)
                    .forEach(row -> line(
                            row.getRowNum(), row.stream().map(PeopleList::shown).toList()));
        } catch (IOException | RuntimeException unreadable) {
            errors.add("Regnearket kan ikke læses. Gem det som .xlsx eller CSV, og prøv igen.");
        }
    }

    private static String shown(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        String text = cell.getType() == CellType.NUMBER ? cell.getRawValue() : cell.getText();
        return text == null ? "" : text.strip();
    }

    /** A small file may unpack to more than the memory holds. */
    private static boolean isTooLarge(byte[] bytes) {
        long unpacked = 0;
        byte[] part = new byte[8192];
        try (ZipFile zip = ZipFile.builder().setByteArray(bytes).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                try (InputStream content = zip.getInputStream(entry)) {
                    for (int read = content.read(part); read > 0; read = content.read(part)) {
                        unpacked += read;
                        if (unpacked > MOST_UNPACKED) {
                            return true;
                        }
                    }
                }
            }
            return false;
        } catch (IOException | RuntimeException unreadable) {
            return true;
        }
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
