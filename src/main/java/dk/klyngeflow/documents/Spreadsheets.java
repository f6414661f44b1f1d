package dk.klyngeflow.documents;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Money;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes Excel files (XLSX) that can be reckoned with: amounts are numbers, days are days, and text is never a formula. */
@Component
public class Spreadsheets {

    private static final int LONGEST_NAME = 31;
    private static final int NARROWEST = 10;
    private static final int WIDEST = 60;

    /**
     * @param name of the tab; what Excel does not take in it is replaced
     * @param rows cells in the order of the headings: String, {@link Oere}, Long, Integer, LocalDate, Instant (shown in Copenhagen time)
     *     or null for an empty cell
     */
    public record Sheet(String name, List<String> headings, List<List<@Nullable Object>> rows) {}

    /** An amount in øre; the cell shows 1.234,50. */
    public record Oere(long oere) {}

    public byte[] xlsx(Sheet... sheets) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(out, "Klyngeflow", "1.0")) {
            for (Sheet sheet : sheets) {
                write(workbook.newWorksheet(tab(sheet.name())), sheet);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static void write(Worksheet target, Sheet sheet) {
        for (int column = 0; column < sheet.headings().size(); column++) {
            target.value(0, column, inert(sheet.headings().get(column)));
            target.width(column, width(sheet, column));
        }
        if (!sheet.headings().isEmpty()) {
            target.range(0, 0, 0, sheet.headings().size() - 1).style().bold().set();
        }
        target.freezePane(0, 1);
        for (int row = 0; row < sheet.rows().size(); row++) {
            List<@Nullable Object> cells = sheet.rows().get(row);
            for (int column = 0; column < cells.size(); column++) {
                write(target, row + 1, column, cells.get(column));
            }
        }
    }

    private static void write(Worksheet target, int row, int column, @Nullable Object cell) {
        if (cell == null) {
            return;
        }
        if (cell instanceof String text) {
            target.value(row, column, inert(text));
        } else if (cell instanceof Oere amount) {
            target.value(row, column, Money.toDecimal(amount.oere()));
            target.style(row, column).format("#,##0.00").set();
        } else if (cell instanceof Long || cell instanceof Integer) {
            target.value(row, column, (Number) cell);
        } else if (cell instanceof LocalDate day) {
            target.value(row, column, day);
            target.style(row, column).format("dd-mm-yyyy").set();
        } else if (cell instanceof Instant moment) {
            target.value(row, column, LocalDateTime.ofInstant(moment, CopenhagenTime.ZONE));
            target.style(row, column).format("dd-mm-yyyy hh:mm").set();
        } else {
            throw new IllegalArgumentException("a cell cannot be a " + cell.getClass());
        }
    }

    /** A text that a spreadsheet would take for a formula gets an apostrophe, so that it stays text even when saved as CSV. */
    static String inert(String text) {
        String printable = text.replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff]", "");
        boolean live = !printable.isEmpty() && "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20".indexOf(printable.charAt(0)) >= 0;
        return live ? "'" + printable : printable;
    }

    private static String tab(String name) {
        String usable = name.replaceAll("[\\[\\]:*?/\\\\']", " ").strip();
        String kept = usable.isEmpty() ? "Ark" : usable;
        return kept.length() <= LONGEST_NAME ? kept : kept.substring(0, LONGEST_NAME);
    }

    private static int width(Sheet sheet, int column) {
        int longest = sheet.headings().get(column).length();
        for (List<@Nullable Object> row : sheet.rows()) {
            if (column < row.size() && row.get(column) instanceof String text) {
                longest = Math.max(longest, text.length());
            }
        }
        return Math.min(WIDEST, Math.max(NARROWEST, longest + 2));
    }
}
