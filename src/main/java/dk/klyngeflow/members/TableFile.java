package dk.klyngeflow.members;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldModifiers;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Reads a small table that people have written, line by line: parted by tab, semicolon or comma, in UTF-8 with or without its mark, or
 * windows-1252. Lines without anything are passed over.
 */
public final class TableFile {

    private TableFile() {}

    /** What the bytes say, without a mark. */
    public static String text(byte[] bytes) {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException noUtf8) {
            text = new String(bytes, Charset.forName("windows-1252"));
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /**
     * @param withRemarks whether lines that begin with # are remarks
     * @param line takes the number of a line, the first being 1, and its cells without blanks around them
     */
    public static void read(String text, boolean withRemarks, BiConsumer<Integer, List<String>> line) {
        CsvReader.CsvReaderBuilder table = CsvReader.builder()
                .fieldSeparator(separator(text, withRemarks))
                .commentStrategy(withRemarks ? CommentStrategy.SKIP : CommentStrategy.NONE)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .allowExtraCharsAfterClosingQuote(true);
        for (CsvRecord row :
                table.build(CsvRecordHandler.of(cells -> cells.fieldModifier(FieldModifiers.STRIP)), text)) {
            if (!row.getFields().stream().allMatch(String::isEmpty)) {
                line.accept((int) row.getStartingLineNumber(), row.getFields());
            }
        }
    }

    private static char separator(String text, boolean withRemarks) {
        String first = text.lines()
                .filter(line -> !line.isBlank() && !(withRemarks && line.startsWith("#")))
                .findFirst()
                .orElse("");
        if (first.contains("\t")) {
            return '\t';
        }
        return first.contains(";") ? ';' : ',';
    }
}
