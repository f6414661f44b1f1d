package dk.klyngeflow.figuretables;

import dk.klyngeflow.figuretables.TableGrid.Line;
import dk.klyngeflow.figuretables.TableGrid.Style;
import dk.klyngeflow.figuretables.TableReading.Skipped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ExcelReaderException;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jsoup.parser.Parser;

/** Sheets of an Excel file: the one that fits is read; what is hidden is not, and is said. */
final class SheetGrids {

    private static final String SAVE_AS = "Gem filen som .xlsx uden adgangskode og makroer, og prøv igen.";
    private static final int MOST_UNPACKED = 48 * 1024 * 1024;
    private static final int MOST_LINES = 10_100;
    private static final int LONGEST_HEADER = 8;
    private static final int MOST_CELLS = 200;
    private static final int PERCENT_DECIMALS = 6;
    private static final int MOST_DIGITS = 30;
    private static final Pattern SHEET = Pattern.compile("<sheet\\s[^>]*>");
    private static final Pattern RELATION = Pattern.compile("<Relationship\\s[^>]*>");
    private static final Pattern HIDDEN_COLUMN = Pattern.compile("<col\\s[^>]*hidden=\"(1|true)\"");
    private static final Pattern DATE_FORMAT = Pattern.compile("(?i).*[dy].*|.*mmm.*|.*h:mm.*");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd-MM-yyyy");

    private SheetGrids() {}

    /** @param all every cell of the file with words in it, also of what is not read */
    record Found(TableGrid grid, List<String> all) {}

    static boolean isWorkbook(byte[] content) {
        return content.length >= LONGEST_HEADER
                && (ReadableWorkbook.isOOXMLZipHeader(content) || ReadableWorkbook.isOLE2Header(content));
    }

    /** @param wanted name of the sheet; may be empty when only one fits */
    static Found of(byte[] content, String wanted) {
        if (ReadableWorkbook.isOLE2Header(content)) {
            throw TableRefused.of("Filen er gemt som .xls eller har en adgangskode. " + SAVE_AS);
        }
        List<String> words = new ArrayList<>();
        Map<String, String> parts = look(content, words);
        List<Sheet> fitting = new ArrayList<>();
        List<TableGrid> grids = new ArrayList<>();
        try (ReadableWorkbook book =
                new ReadableWorkbook(new ByteArrayInputStream(content), new ReadingOptions(true, true))) {
            for (Sheet sheet : book.getSheets().toList()) {
                TableGrid grid = grid(sheet);
                grid.lines().forEach(line -> words.addAll(line.cells()));
                boolean isMeant = wanted.isEmpty() || sheet.getName().equalsIgnoreCase(wanted);
                if (isMeant && sheet.getVisibility() == SheetVisibility.VISIBLE && isTable(grid)) {
                    fitting.add(sheet);
                    grids.add(grid);
                }
            }
        } catch (TableRefused refused) {
            throw refused;
        } catch (IOException | RuntimeException unreadable) {
            // a broken file may break the reader anywhere
            throw TableRefused.of("Filen kan ikke læses som et regneark. " + SAVE_AS);
        }
        if (words.stream().anyMatch(CellText::isLikeCpr)) {
            return new Found(new TableGrid(List.of(), Style.DANISH, true, List.of()), words);
        }
        if (grids.size() > 1) {
            throw TableRefused.of("Flere ark har tal: "
                    + String.join(
                            ", ",
                            fitting.stream()
                                    .map(Sheet::getName)
                                    .map(TableProblem::shown)
                                    .toList())
                    + ". Vælg ét af dem.");
        }
        if (grids.isEmpty()) {
            throw TableRefused.of("Intet synligt ark har en linje med overskrifterne ydernummer, tæller og nævner.");
        }
        if (hasHiddenColumn(parts, fitting.get(0).getName())) {
            throw TableRefused.of(
                    "Arket har skjulte kolonner. Vis dem, eller slet dem, så det ses, hvad der indlæses.");
        }
        return new Found(grids.get(0), words);
    }

    private static boolean isTable(TableGrid grid) {
        return grid.lines().stream()
                .limit(TableHeadings.LOOKED_AT)
                .anyMatch(line -> TableHeadings.recognised(line) > 1);
    }

    /** Of the sheet that is read; a sheet that cannot be told from the others counts as each of them. */
    private static boolean hasHiddenColumn(Map<String, String> parts, String sheet) {
        String id = attributes(parts.getOrDefault("xl/workbook.xml", ""), SHEET, "name", "r:id")
                .getOrDefault(sheet, "");
        String target = attributes(parts.getOrDefault("xl/_rels/workbook.xml.rels", ""), RELATION, "Id", "Target")
                .getOrDefault(id, "");
        String part = target.startsWith("/") ? target.substring(1) : "xl/" + target;
        return parts.containsKey(part)
                ? HIDDEN_COLUMN.matcher(parts.get(part)).find()
                : parts.entrySet().stream()
                        .filter(each -> each.getKey().startsWith("xl/worksheets/"))
                        .anyMatch(each -> HIDDEN_COLUMN.matcher(each.getValue()).find());
    }

    /** Of each element one attribute by another. */
    private static Map<String, String> attributes(String xml, Pattern element, String key, String value) {
        Map<String, String> found = new HashMap<>();
        Matcher each = element.matcher(xml);
        while (each.find()) {
            found.put(attribute(each.group(), key), attribute(each.group(), value));
        }
        return found;
    }

    private static String attribute(String element, String name) {
        Matcher found =
                Pattern.compile("\\s" + Pattern.quote(name) + "=\"([^\"]*)\"").matcher(element);
        return found.find() ? Parser.unescapeEntities(found.group(1), true) : "";
    }

    /** Refuses macros and bombs before anything is read. @return what is in the book and its sheets, by their names inside */
    private static Map<String, String> look(byte[] content, List<String> words) {
        Map<String, String> parts = new HashMap<>();
        boolean isWorkbook = false;
        int left = MOST_UNPACKED;
        try (ZipFile archive = ZipFile.builder().setByteArray(content).get()) {
            for (ZipArchiveEntry entry : Collections.list(archive.getEntries())) {
                String name = entry.getName();
                byte[] part = unpacked(archive, entry, left);
                left -= part.length;
                if (left <= 0) {
                    throw TableRefused.of("Filen er for stor, når den pakkes ud. Gem kun arket med tallene.");
                }
                if (name.toLowerCase(Locale.ROOT).contains("vbaproject") || name.startsWith("xl/macrosheets/")) {
                    throw TableRefused.of("Filen har makroer. " + SAVE_AS);
                }
                isWorkbook |= name.equals("xl/workbook.xml");
                String text = name.endsWith(".xml") ? new String(part, StandardCharsets.UTF_8) : "";
                if (name.matches("xl/(worksheets/[^/]*\\.xml|workbook\\.xml|_rels/workbook\\.xml\\.rels)")) {
                    // columns stand before the rows
                    String all = name.endsWith(".rels") ? new String(part, StandardCharsets.UTF_8) : text;
                    int rows = all.indexOf("<sheetData");
                    parts.put(name, rows < 0 ? all : all.substring(0, rows));
                }
                if (name.matches("(?i)xl/(threaded)?comments.*|docProps/.*|xl/drawings/.*\\.xml")) {
                    words.addAll(List.of(text.replaceAll("<[^>]*>", "\n").split("\n+")));
                }
            }
        } catch (TableRefused refused) {
            throw refused;
        } catch (IOException | RuntimeException unreadable) {
            throw TableRefused.of("Filen kan ikke læses som et regneark. " + SAVE_AS);
        }
        if (!isWorkbook) {
            throw TableRefused.of("Filen er ikke et regneark fra Excel. " + SAVE_AS);
        }
        return parts;
    }

    private static byte[] unpacked(ZipFile archive, ZipArchiveEntry entry, int most) throws IOException {
        try (InputStream part = archive.getInputStream(entry)) {
            return part.readNBytes(most);
        }
    }

    private static TableGrid grid(Sheet sheet) throws IOException {
        List<Line> lines = new ArrayList<>();
        List<Skipped> said = new ArrayList<>();
        try (Stream<Row> rows = sheet.openStream()) {
            for (Row row : (Iterable<Row>) rows.limit(MOST_LINES)::iterator) {
                List<String> cells = new ArrayList<>();
                for (int column = 0; column < Math.min(row.getCellCount(), MOST_CELLS); column++) {
                    cells.add(CellText.plain(
                            row.getOptionalCell(column).map(SheetGrids::text).orElse("")));
                }
                if (row.isHidden()) {
                    if (cells.stream().anyMatch(CellText::isLikeCpr)) {
                        lines.add(new Line(row.getRowNum(), cells));
                    }
                    said.add(new Skipped(row.getRowNum(), "Linjen er skjult i arket og læses ikke."));
                } else if (cells.stream().anyMatch(cell -> !cell.isEmpty())) {
                    lines.add(new Line(row.getRowNum(), cells));
                }
            }
        }
        return new TableGrid(lines, Style.DANISH, true, said);
    }

    private static String text(Cell cell) {
        if (cell.getType() == CellType.NUMBER) {
            return number(cell, cell.getRawValue());
        }
        if (cell.getType() == CellType.FORMULA) {
            String kept = cell.getRawValue();
            boolean isNumber = kept != null && kept.matches("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?");
            return isNumber ? number(cell, kept) : kept == null ? "=formel uden værdi" : escaped(kept);
        }
        return cell.getType() == CellType.ERROR ? "#FEJL " + cell.getRawValue() : String.valueOf(cell.getText());
    }

    /** What a formula has come to begins with no sign of a formula. */
    private static String escaped(String kept) {
        return kept.startsWith("#") ? "#FEJL " + kept : kept;
    }

    private static String number(Cell cell, String raw) {
        // a spreadsheet keeps 17 digits and shows 15: 0.264 is kept as 0.26400000000000001
        BigDecimal number = new BigDecimal(raw).round(new MathContext(15));
        if (Math.abs((long) number.precision() - number.scale()) > MOST_DIGITS) {
            return raw;
        }
        String format = cell.getDataFormatString() == null ? "" : cell.getDataFormatString();
        String signs = format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "");
        if (signs.contains("%")) {
            BigDecimal percent = number.movePointRight(2).setScale(PERCENT_DECIMALS, RoundingMode.HALF_UP);
            return shown(percent) + " %";
        }
        if (DATE_FORMAT.matcher(signs).matches() && !signs.equalsIgnoreCase("general")) {
            return day(cell, number);
        }
        return shown(number);
    }

    private static String day(Cell cell, BigDecimal number) {
        try {
            return DAY.format(cell.asDate());
        } catch (DateTimeException | ExcelReaderException | IllegalArgumentException noDay) {
            return shown(number);
        }
    }

    private static String shown(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        return (bare.scale() < 0 ? bare.setScale(0) : bare).toPlainString().replace('.', ',');
    }
}
