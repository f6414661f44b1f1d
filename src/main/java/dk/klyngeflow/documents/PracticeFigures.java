package dk.klyngeflow.documents;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.text.PDFTextStripper;

/** Tells whether a file may show the figures of single practices. In doubt it does; of a picture nobody can tell. */
final class PracticeFigures {

    private static final String STAYS =
            " Den bliver hos sekretæren og sendes ikke til medlemmerne. Har den tal for hver praksis, så indlæs den under „Tal fra praksis“; så ser hver praksis sine egne.";
    private static final String TABLE = "Filen er en tabel, og en tabel kan vise den enkelte praksis’ tal." + STAYS;
    private static final String HAS_FILES =
            "Filen har andre filer i sig, som kan vise den enkelte praksis’ tal." + STAYS;

    private static final Pattern TABLE_NAME =
            Pattern.compile("(?i).*\\.(csv|tsv|tab|xls|xlt|xlsx|xlsm|xltx|xlsb|ods|ots|fods|numbers|sav|dta|parquet)");
    private static final Pattern SIX_DIGITS = Pattern.compile("(?<![\\d.,])\\d{6}(?!\\d|[.,]\\d)");
    private static final Pattern NAMES_NUMBERS = Pattern.compile("(?i)\\byder(nummer|nr|\\s?-?\\s?n)");
    private static final int MOST_UNPACKED = 64 * 1024 * 1024;
    private static final int LONGEST_TEXT = 4 * 1024 * 1024;
    private static final int SEVERAL = 2;
    private static final int SEVERAL_OF_STRANGERS = 3;
    private static final int SHORTEST = 4;

    private final Set<String> own;

    PracticeFigures(Collection<String> own) {
        this.own = Set.copyOf(own);
    }

    /** @return in Danish; empty when nothing speaks against showing it to everybody */
    Optional<String> why(byte[] content, String fileName) throws IOException {
        if (TABLE_NAME.matcher(fileName).matches()) {
            return Optional.of(TABLE);
        }
        return switch (Sniffed.of(content).kind()) {
            case PDF -> pdf(content);
            case PNG, JPEG -> Optional.empty();
            case XML, OTHER -> other(content);
        };
    }

    private Optional<String> pdf(byte[] content) throws IOException {
        try (PDDocument document = PdfFiles.open(content)) {
            PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
            if (names != null && names.getEmbeddedFiles() != null) {
                return Optional.of(HAS_FILES);
            }
            PDFTextStripper words = new PDFTextStripper();
            Optional<String> asWritten = ofText(words.getText(document));
            words.setSortByPosition(true);
            return asWritten.isPresent() ? asWritten : ofText(words.getText(document));
        }
    }

    private Optional<String> other(byte[] content) throws IOException {
        String bytes = new String(content, StandardCharsets.ISO_8859_1);
        if (bytes.startsWith("PK")) {
            return zip(content);
        }
        if (bytes.startsWith("\u00d0\u00cf\u0011\u00e0")) {
            // what Office wrote before 2007 keeps its words in one of two ways
            boolean isWorkbook = bytes.contains("W\0o\0r\0k\0b\0o\0o\0k\0") || bytes.contains("B\0o\0o\0k\0");
            return isWorkbook
                    ? Optional.of(TABLE)
                    : ofText(bytes)
                            .or(() -> ofText(new String(content, StandardCharsets.UTF_16LE)))
                            .or(() -> ofText(bytes.replace("\0", "")));
        }
        String text = text(content);
        boolean isTable = text.contains("urn:schemas-microsoft-com:office:spreadsheet")
                || text.contains("opendocument.spreadsheet")
                || text.toLowerCase(Locale.ROOT).contains("<table")
                || isDelimited(text);
        return isTable ? Optional.of(TABLE) : ofText(text.replaceAll("<[^>]{0,2000}>", " "));
    }

    /** Documents of Office and LibreOffice are archives. */
    private Optional<String> zip(byte[] content) throws IOException {
        StringBuilder words = new StringBuilder();
        int left = MOST_UNPACKED;
        try (ZipInputStream archive = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = archive.getNextEntry(); entry != null; entry = archive.getNextEntry()) {
                String name = entry.getName();
                if (name.startsWith("xl/")
                        || name.startsWith("Index/")
                        || TABLE_NAME.matcher(name).matches()) {
                    return Optional.of(TABLE);
                }
                byte[] part = unpacked(archive, left);
                left -= part.length;
                if (left <= 0) {
                    throw new IOException("the archive is too large");
                }
                String text = new String(part, StandardCharsets.UTF_8);
                if (name.equals("mimetype") && text.contains("spreadsheet")) {
                    return Optional.of(TABLE);
                }
                if (name.matches("(?i).*\\.(xml|txt|html?|rels)")) {
                    // one number may be written in several pieces, but never across cells
                    words.append(text.replaceAll("</(w:p|w:tc|text:p|a:p|table:table-cell)>|<w:(tab|br)/>", " ")
                                    .replaceAll("<[^>]*>", ""))
                            .append('\n');
                }
            }
        }
        return ofText(words.toString());
    }

    private static byte[] unpacked(ZipInputStream archive, int most) throws IOException {
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        for (int n = archive.read(buffer); n >= 0 && part.size() <= most; n = archive.read(buffer)) {
            part.write(buffer, 0, n);
        }
        return part.toByteArray();
    }

    private static String text(byte[] content) {
        boolean isWide = content.length > 1
                && ((content[0] == -1 && content[1] == -2) || (content[0] == -2 && content[1] == -1));
        return new String(content, isWide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
    }

    /** Lines with the same number of separators are the rows of a table, whatever the file is called. */
    private static boolean isDelimited(String text) {
        List<String> lines =
                text.lines().filter(line -> !line.isBlank()).limit(5).toList();
        if (lines.size() < 2) {
            return false;
        }
        for (char separator : new char[] {';', '\t', '|'}) {
            long first = count(lines.get(0), separator);
            if (first > 0 && lines.stream().allMatch(line -> count(line, separator) == first)) {
                return true;
            }
        }
        long commas = count(lines.get(0), ',');
        return commas > 1 && lines.stream().allMatch(line -> count(line, ',') == commas);
    }

    private static long count(String line, char separator) {
        return line.chars().filter(letter -> letter == separator).count();
    }

    private Optional<String> ofText(String whole) {
        String text = whole.length() > LONGEST_TEXT ? whole.substring(0, LONGEST_TEXT) : whole;
        long known = own.stream().filter(number -> stands(number, text)).count();
        Set<String> others = new HashSet<>();
        Matcher six = SIX_DIGITS.matcher(text);
        while (six.find()) {
            others.add(six.group());
        }
        boolean isOfStrangers = others.size() >= SEVERAL_OF_STRANGERS
                || (others.size() >= SEVERAL && NAMES_NUMBERS.matcher(text).find());
        if (known < SEVERAL && !isOfStrangers) {
            return Optional.empty();
        }
        return Optional.of("Filen nævner " + Math.max(known, others.size())
                + " ydernumre eller tal, der ligner, og kan vise den enkelte praksis’ tal." + STAYS);
    }

    /** Numbers are also written with blanks in them, and spreadsheets take away the noughts in front. */
    private static boolean stands(String number, String text) {
        String kept = number.replaceFirst("^0+", "");
        String digits = kept.length() < SHORTEST ? number : kept;
        String spaced = String.join("[ \\u00a0]?", digits.split(""));
        return Pattern.compile("(?<![\\d.,])0{0,2}" + spaced + "(?!\\d|[.,]\\d)")
                .matcher(text)
                .find();
    }
}
