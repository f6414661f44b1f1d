package dk.klyngeflow.figuretables;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dk.klyngeflow.figuretables.TableGrid.Line;
import dk.klyngeflow.figuretables.TableGrid.Style;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Tables parted by semicolon, tab or comma: the one of them that gives the most headings is the separator. */
final class TextGrids {

    private static final String TOLD = "(?i)sep=[;,|:\t]";

    private TextGrids() {}

    static TableGrid of(byte[] content) {
        String text = TableText.of(content);
        String first = text.lines().findFirst().orElse("").strip();
        if (first.matches(TOLD)) {
            return read(text, first.charAt(4), 1);
        }
        return Stream.of(';', '\t', ',')
                .map(separator -> read(text, separator, 0))
                .max(Comparator.comparingInt(TextGrids::headings))
                .orElseThrow();
    }

    private static int headings(TableGrid grid) {
        return grid.lines().stream()
                .limit(TableHeadings.LOOKED_AT)
                .mapToInt(TableHeadings::recognised)
                .max()
                .orElse(0);
    }

    private static TableGrid read(String text, char separator, int passedOver) {
        List<Line> lines = new ArrayList<>();
        CsvReader.CsvReaderBuilder table = CsvReader.builder()
                .fieldSeparator(separator)
                .commentStrategy(CommentStrategy.NONE)
                .skipEmptyLines(true)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true);
        try {
            for (CsvRecord row : table.ofCsvRecord(text)) {
                int number = (int) row.getStartingLineNumber();
                if (number > passedOver) {
                    lines.add(new Line(
                            number,
                            row.getFields().stream().map(CellText::plain).toList()));
                }
            }
        } catch (CsvParseException unreadable) {
            throw TableRefused.of(
                    "Filen kan ikke læses som en tabel. Åbn den i et regneark, og gem den som CSV UTF-8.");
        }
        return new TableGrid(lines, separator == ',' ? Style.ENGLISH : Style.DANISH, false, List.of());
    }
}
