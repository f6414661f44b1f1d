package dk.klyngeflow.bankstatements;

import static dk.klyngeflow.bankstatements.StatementReader.refused;
import static dk.klyngeflow.bankstatements.StatementReader.shortened;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldModifiers;
import dk.klyngeflow.bankstatements.CsvProfile.Says;
import dk.klyngeflow.engine.Money;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads a bank's CSV file by the profile whose headers it has, exactly. */
final class CsvStatements {

    static final int MOST_LINES = 20_000;

    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"));
    private static final Pattern COMMA = Pattern.compile("[+-]?(?:\\d{1,3}(?:\\.\\d{3}){1,3}|\\d{1,12})(?:,\\d{1,2})?");
    private static final Pattern POINT = Pattern.compile("[+-]?(?:\\d{1,3}(?:,\\d{3}){1,3}|\\d{1,12})(?:\\.\\d{1,2})?");
    private static final Pattern UNIT = Pattern.compile("(?:kr\\.?|DKK)(?=-?$)");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\r\\n\\t]]");

    private final CsvProfile profile;
    private final List<String> header;
    private final DateTimeFormatter dates;
    private final List<ReadFile.Problem> problems = new ArrayList<>();
    private final Map<String, List<ReadFile.Line>> accounts = new LinkedHashMap<>();
    private final Map<String, String> currencies = new LinkedHashMap<>();

    private CsvStatements(CsvProfile profile, List<String> header) {
        this.profile = profile;
        this.header = header;
        dates = DateTimeFormatter.ofPattern(profile.dialect().dates()).withResolverStyle(ResolverStyle.STRICT);
    }

    private record Fitting(CsvProfile profile, List<String> header, String text) {}

    static ReadFile read(byte[] file, String chosen) {
        Fitting fitting = fitting(file, chosen)
                .orElseThrow(() -> refused("Filens første linje passer ikke til "
                        + (chosen.isEmpty() ? "noget kendt format" : "det valgte format") + ": „"
                        + shortened(firstLine(readable(file))) + "“. " + choices(chosen)));
        if (CONTROL.matcher(fitting.text).find()) {
            throw refused("Der er tegn i filen, som ikke hører til i et kontoudtog. Hent den i netbanken igen.");
        }
        CsvStatements reading = new CsvStatements(fitting.profile, fitting.header);
        try {
            for (CsvRecord row : records(fitting.profile, fitting.text)) {
                reading.take((int) row.getStartingLineNumber(), row.getFields());
            }
        } catch (CsvParseException wrong) {
            throw refused("Filen kan ikke læses som " + fitting.profile.title()
                    + " skriver den; måske er den klippet over. Hent den i netbanken igen.");
        }
        return reading.whole();
    }

    private static Optional<Fitting> fitting(byte[] file, String chosen) {
        for (Charset charset : charsets(file)) {
            Optional<String> text = decoded(file, charset);
            if (text.isEmpty()) {
                continue;
            }
            for (CsvProfile profile : CsvProfile.ALL) {
                boolean isMeant = chosen.isEmpty()
                        ? !profile.isChosenOnly()
                        : profile.name().equals(chosen);
                String unescaped =
                        profile.dialect().isBackslashed() ? text.get().replace("\\\"", "\"\"") : text.get();
                Optional<List<String>> header = isMeant ? header(profile, unescaped) : Optional.empty();
                if (header.isPresent()) {
                    return Optional.of(new Fitting(profile, header.get(), unescaped));
                }
            }
        }
        return Optional.empty();
    }

    /** Excel's „Unicode text“ says in its first bytes that it is UTF-16. */
    private static List<Charset> charsets(byte[] file) {
        int mark = file.length < 2 ? 0 : ((file[0] & 0xff) << 8) | (file[1] & 0xff);
        return mark == 0xfffe || mark == 0xfeff ? List.of(StandardCharsets.UTF_16) : CHARSETS;
    }

    private static String readable(byte[] file) {
        return charsets(file).stream()
                .flatMap(charset -> decoded(file, charset).stream())
                .findFirst()
                .orElse("");
    }

    private static Optional<String> decoded(byte[] file, Charset charset) {
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(file)).toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException otherwise) {
            return Optional.empty();
        }
    }

    private static Optional<List<String>> header(CsvProfile profile, String text) {
        try {
            for (CsvRecord first : records(profile, firstLine(text))) {
                List<String> cells = trimmed(first.getFields());
                return profile.headers().stream().filter(cells::equals).findFirst();
            }
        } catch (CsvParseException noTable) {
            return Optional.empty();
        }
        return Optional.empty();
    }

    private static String firstLine(String text) {
        return text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    }

    private static Iterable<CsvRecord> records(CsvProfile profile, String text) {
        return CsvReader.builder()
                .fieldSeparator(profile.dialect().separator())
                .commentStrategy(CommentStrategy.NONE)
                // some banks write blanks before a quoted cell; a file that was cut ends within one
                .trimWhitespacesAroundQuotes(true)
                .allowUnclosedQuote(false)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .build(CsvRecordHandler.of(cells -> cells.fieldModifier(FieldModifiers.STRIP)), text);
    }

    /** Without the empty cells behind a separator that ends the line. */
    private static List<String> trimmed(List<String> cells) {
        int size = cells.size();
        return size > 1 && cells.get(size - 1).isEmpty() ? cells.subList(0, size - 1) : cells;
    }

    private static String choices(String chosen) {
        String told = CsvProfile.ALL.stream()
                .filter(profile -> chosen.isEmpty() || profile.name().equals(chosen))
                .map(profile -> profile.title() + ": " + profile.dialog())
                .collect(Collectors.joining(". "));
        return told + ". Alle banker: camt.053.";
    }

    private void take(int number, List<String> found) {
        List<String> cells = trimmed(found);
        if (cells.stream().allMatch(String::isEmpty) || cells.equals(header)) {
            return;
        }
        if (cells.size() > header.size() || found.size() < header.size()) {
            throw refused("Linje " + number + " har " + found.size() + " felter, men overskriften har " + header.size()
                    + ". Filen er klippet over eller rettet i. Hent den i netbanken igen.");
        }
        Map<String, String> row = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            row.put(header.get(i), found.get(i));
        }
        if (isBooked(number, row)) {
            add(number, row);
        }
    }

    /** What waits at the bank is no line: it comes again, booked, and often with another text. */
    private boolean isBooked(int number, Map<String, String> row) {
        String status = cell(row, Says.STATUS);
        if (cell(row, Says.DAY).equals("Reserveret") || status.equals("Venter")) {
            return false;
        }
        if (profile.columns().containsKey(Says.STATUS) && !status.equals("Udført")) {
            problems.add(new ReadFile.Problem(
                    number,
                    "Linje " + number + " har status „" + shortened(status)
                            + "“ og er ikke læst; kun „Udført“ er bogført."));
            return false;
        }
        return true;
    }

    private void add(int number, Map<String, String> row) {
        long amount = amount(number, cell(row, Says.AMOUNT));
        LocalDate day = day(number, cell(row, Says.DAY));
        String balance = cell(row, Says.BALANCE);
        boolean hasBalance = profile.columns().containsKey(Says.BALANCE);
        String text = cell(row, Says.TEXT).isEmpty() ? cell(row, Says.NAME) : cell(row, Says.TEXT);
        String valueDay = cell(row, Says.VALUE_DAY);
        String account = profile.columns().containsKey(Says.SENDER)
                ? cell(row, amount < 0 ? Says.SENDER : Says.RECEIVER)
                : cell(row, Says.ACCOUNT);
        String currency = profile.columns().containsKey(Says.CURRENCY) ? cell(row, Says.CURRENCY) : "DKK";
        if (!currency.matches("[A-Z]{3}")) {
            throw refused("Linje " + number + ": „" + shortened(currency)
                    + "“ er ikke en valuta. Filen er klippet over eller rettet i.");
        }
        String before = currencies.putIfAbsent(account, currency);
        if (before != null && !before.equals(currency)) {
            throw refused("Linje " + number + " er i " + currency + ", men linjerne før er i " + before
                    + ". Hent hver konto for sig.");
        }
        List<ReadFile.Line> lines = accounts.computeIfAbsent(account, unused -> new ArrayList<>());
        if (lines.size() >= MOST_LINES) {
            throw refused("Der er mere end 20.000 linjer i filen. Hent et kortere stykke ad gangen.");
        }
        lines.add(new ReadFile.Line(
                number,
                day,
                valueDay.isEmpty() ? day : day(number, valueDay),
                amount,
                hasBalance ? amount(number, balance) : null,
                FreeText.kept(text),
                List.of()));
    }

    private String cell(Map<String, String> row, Says what) {
        String column = profile.columns().get(what);
        return column == null ? "" : row.getOrDefault(column, "");
    }

    private LocalDate day(int number, String written) {
        try {
            LocalDate day = LocalDate.parse(written, dates);
            if (day.getYear() >= 2000 && day.getYear() < 2200) {
                return day;
            }
        } catch (DateTimeParseException otherwise) {
            // said below
        }
        throw refused("Linje " + number + ": „" + shortened(written) + "“ er ikke en dato, som " + profile.title()
                + " skriver den ("
                + profile.dialect().dates().replace("MM", "mm").replace("uuuu", "åååå") + "). "
                + profile.dialog() + ".");
    }

    private long amount(int number, String written) {
        boolean isComma = profile.dialect().decimal() == ',';
        String plain = UNIT.matcher(written.replace("\u00a0", "")
                        .replace("\u202f", "")
                        .replace('\u2212', '-')
                        .replace(" ", ""))
                .replaceFirst("");
        // some programs write the minus behind
        if (plain.endsWith("-") && !plain.startsWith("-") && !plain.startsWith("+")) {
            plain = "-" + plain.substring(0, plain.length() - 1);
        }
        if (!(isComma ? COMMA : POINT).matcher(plain).matches()) {
            throw refused("Linje " + number + ": „" + shortened(written) + "“ er ikke et beløb med "
                    + (isComma ? "komma" : "punktum") + " før ørerne. " + choices(profile.name()));
        }
        String decimal = plain.replace("+", "").replace(isComma ? "." : ",", "").replace(',', '.');
        return Money.ofDecimal(new BigDecimal(decimal));
    }

    private ReadFile whole() {
        if (accounts.isEmpty()) {
            throw refused("Der er ingen bogførte linjer i filen. Vælg en længere periode i netbanken.");
        }
        giveToTheOneAccount();
        List<ReadFile.Statement> statements = accounts.entrySet().stream()
                .map(account -> RunningBalance.statement(
                        account.getKey(),
                        currencies.getOrDefault(account.getKey(), "DKK"),
                        account.getValue(),
                        problems))
                .toList();
        return new ReadFile(profile.name(), statements, List.copyOf(problems));
    }

    /** Lines that name no account are of the only one that the others name. */
    private void giveToTheOneAccount() {
        List<ReadFile.Line> nameless = accounts.get("");
        if (nameless == null || accounts.size() != 2) {
            return;
        }
        accounts.remove("");
        List<ReadFile.Line> named = accounts.values().iterator().next();
        named.addAll(nameless);
        named.sort(Comparator.comparingInt(ReadFile.Line::line));
    }
}
