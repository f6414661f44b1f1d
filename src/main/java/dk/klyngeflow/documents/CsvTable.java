package dk.klyngeflow.documents;

import dk.klyngeflow.documents.Spreadsheets.Oere;
import dk.klyngeflow.documents.Spreadsheets.Sheet;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.Money;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes a sheet as CSV that Danish spreadsheets open as it is: semicolons, decimal commas, a byte order mark; text is never a formula. */
public final class CsvTable {

    private CsvTable() {}

    /** The stream is left open. */
    public static void write(Sheet sheet, OutputStream out) throws IOException {
        line("\uFEFF", List.copyOf(sheet.headings()), out);
        for (List<@Nullable Object> row : sheet.rows()) {
            line("", row, out);
        }
    }

    private static void line(String before, List<? extends @Nullable Object> cells, OutputStream out)
            throws IOException {
        String line = cells.stream().map(CsvTable::cell).collect(Collectors.joining(";"));
        out.write((before + line + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private static String cell(@Nullable Object cell) {
        if (cell == null) {
            return "";
        }
        if (cell instanceof Oere amount) {
            // without dots between thousands: what is a number must be read as one
            return Money.toDecimal(amount.oere()).toPlainString().replace('.', ',');
        }
        if (cell instanceof LocalDate day) {
            return day.toString();
        }
        if (cell instanceof Instant moment) {
            return DanishTime.MOMENT_IN_FIGURES.format(moment.atZone(CopenhagenTime.ZONE));
        }
        if (cell instanceof Number number) {
            return number.toString();
        }
        String text = Spreadsheets.inert(cell.toString()).replaceAll("\\s*[\\r\\n]+\\s*", " ");
        return "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
