package dk.klyngeflow.members;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldModifiers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
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
 * Reads a small table that people have written, line by line: an Excel sheet, or text parted by tab, semicolon or comma, in UTF-8 with or
 * without its mark, UTF-16 as Excel saves „Unicode-tekst“, or windows-1252. Lines without anything are passed over.
 */
public final class TableFile {

    private static final long MOST_UNPACKED = 20_000_000;
    /** What a mail program or a page leaves between words; nobody sees that it is no blank. */
    private static final char HARD_BLANK = '\u00a0';

    private TableFile() {}

    /**
     * @param most lines of a sheet that are read
     * @param line as in {@link #read(String, boolean, BiConsumer)}
     * @return Danish: why nothing, or nothing more, can be read; empty when all is handed over
     */
    static Optional<String> read(byte[] bytes, int most, boolean withRemarks, BiConsumer<Integer, List<String>> line) {
        if (begins(bytes, 'P', 'K')) {
            return sheet(bytes, most, line);
        }
        if (begins(bytes, 0xD0, 0xCF)) {
            return Optional.of(
                    "Filen er et gammelt regneark (.xls), hvad den end hedder. Gem den som .xlsx eller CSV, og prøv igen.");
        }
        try {
            read(text(bytes), withRemarks, line);
            return Optional.empty();
        } catch (CsvParseException noTable) {
            return Optional.of(
                    "Filen kan ikke læses som en tabel: en linje er alt for lang. Gem regnearket som .xlsx eller CSV, og prøv igen.");
        }
    }

    private static Optional<String> sheet(byte[] bytes, int most, BiConsumer<Integer, List<String>> line) {
        if (isTooLarge(bytes)) {
            return Optional.of(
                    "Regnearket er for stort eller kan ikke læses. Gem det som .xlsx eller CSV, og prøv igen.");
        }
        List<Row> read = new ArrayList<>();
        try (ReadableWorkbook book =
                        new ReadableWorkbook(new ByteArrayInputStream(bytes), new ReadingOptions(true, false));
                Stream<Row> rows = book.getFirstSheet().openStream()) {
            rows.limit(most).forEach(read::add);
        } catch (IOException | RuntimeException unreadable) {
            return Optional.of("Regnearket kan ikke læses. Gem det som .xlsx eller CSV, og prøv igen.");
        }
        for (Row row : read) {
            List<String> cells = row.stream().map(TableFile::shown).toList();
            if (!cells.stream().allMatch(String::isEmpty)) {
                line.accept(row.getRowNum(), cells);
            }
        }
        return Optional.empty();
    }

    private static String shown(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        String text = cell.getType() == CellType.NUMBER ? cell.getRawValue() : cell.getText();
        return text == null ? "" : text.replace(HARD_BLANK, ' ').strip();
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

    private static boolean begins(byte[] bytes, int first, int second) {
        return bytes.length > 3 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    /** What the bytes say, without a mark. */
    public static String text(byte[] bytes) {
        String text = decoded(bytes).replace(HARD_BLANK, ' ');
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String decoded(byte[] bytes) {
        if (begins(bytes, 0xFF, 0xFE) || begins(bytes, 0xFE, 0xFF)) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException noUtf8) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
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
