package dk.klyngeflow.figuretables;

import dk.klyngeflow.figuretables.TableGrid.Line;
import dk.klyngeflow.figuretables.TableHeadings.Figure;
import dk.klyngeflow.figuretables.TableHeadings.Layout;
import dk.klyngeflow.figuretables.TableHeadings.Role;
import dk.klyngeflow.figuretables.TableReading.Asked;
import dk.klyngeflow.figuretables.TableReading.Compared;
import dk.klyngeflow.figuretables.TableReading.ReadRow;
import dk.klyngeflow.figuretables.TableReading.SetAside;
import dk.klyngeflow.figuretables.TableReading.Skipped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a table line by line, and says of everything that it does not take why. One wrong cell, and nothing of the file is taken. */
final class TableReader {

    private static final int MOST_ROWS = 10_000;
    private static final int MOST_COLUMNS = 60;
    private static final Pattern SUM =
            Pattern.compile("(i alt|ialt|total(en)?|sum|klyngen( i alt| total)?|hele klyngen)");
    private static final Pattern MEAN = Pattern.compile("(gennemsnit|snit|median|klyngens gennemsnit|middel).*");
    private static final Pattern WIDER =
            Pattern.compile("(region(en)?\\b.*|hele landet|landet|danmark|landsplan|.*\\bregion)");

    private final TableGrid grid;
    private final Asked asked;
    private final Set<String> own;
    private final MeasureTables.Kinds kinds;
    private final List<TableProblem> problems = new ArrayList<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private final List<SetAside> setAside = new ArrayList<>();
    private final List<Compared> compared = new ArrayList<>();
    private final List<FigureCells.Raw> raws = new ArrayList<>();
    private final List<FigureCells.Raw> sums = new ArrayList<>();
    private String measureAbove = "";
    private String periodAbove = "";
    private int note;

    private TableReader(TableGrid grid, Asked asked, Set<String> own, MeasureTables.Kinds kinds) {
        this.grid = grid;
        this.asked = asked;
        this.own = own;
        this.kinds = kinds;
        skipped.addAll(grid.said());
    }

    /**
     * @param own the provider numbers of the cluster
     * @throws TableRefused with everything that is wrong
     */
    static TableReading read(TableGrid grid, Asked asked, Set<String> own, MeasureTables.Kinds kinds) {
        return new TableReader(grid, asked, own, kinds).read();
    }

    private TableReading read() {
        checkCells();
        Layout layout = TableHeadings.find(grid)
                .orElseThrow(() -> TableRefused.of("Vi kan ikke finde overskrifterne. Tabellen skal have en linje med"
                        + " ydernummer, tæller og nævner; er æ, ø og å gået i stykker, så gem den som CSV UTF-8."));
        for (int index = 0; index < layout.heading(); index++) {
            Line line = grid.lines().get(index);
            if (!line.isBlank()) {
                skipped.add(new Skipped(line.number(), "Linjen står over overskrifterne."));
            }
        }
        List<Line> lines = grid.lines()
                .subList(
                        Math.min(layout.data(), grid.lines().size()),
                        grid.lines().size());
        if (lines.size() > MOST_ROWS) {
            throw TableRefused.of("Filen har flere end 10.000 linjer. Del den i flere filer.");
        }
        lines.stream().filter(line -> !line.isBlank()).forEach(line -> line(layout, line));
        List<ReadRow> rows = new FigureCells(asked, kinds, layout, grid.style(), problems, skipped).rows(raws);
        List<ReadRow> kept = withoutTwins(rows);
        checkSums(layout, kept);
        if (problems.isEmpty() && kept.isEmpty() && setAside.isEmpty()) {
            problems.add(TableProblem.ofFile("Der er ingen linjer med tal under overskrifterne."));
        }
        if (!problems.isEmpty()) {
            throw new TableRefused(problems);
        }
        return new TableReading(kept, setAside, skipped, compared);
    }

    private void checkCells() {
        for (Line line : grid.lines()) {
            if (line.cells().size() > MOST_COLUMNS
                    && line.cells().stream().skip(MOST_COLUMNS).anyMatch(cell -> !cell.isEmpty())) {
                throw TableRefused.of("Filen har flere end 60 kolonner. Slet dem, der ikke skal bruges.");
            }
            for (int column = 0; column < line.cells().size(); column++) {
                String cell = line.cell(column);
                int at = column;
                CellText.objectionTo(cell)
                        .ifPresent(objection ->
                                problems.add(new TableProblem(line.number(), "kolonne " + (at + 1), cell, objection)));
            }
        }
    }

    private void line(Layout layout, Line line) {
        String cell = line.cell(layout.column(Role.PROVIDER));
        String word = line.cells().stream()
                .filter(each -> !each.isEmpty())
                .findFirst()
                .map(TableReader::plain)
                .orElse("");
        boolean hasFigures = layout.figures().stream()
                .flatMap(figure -> figure.columns().values().stream())
                .anyMatch(column -> CellText.isFigure(line.cell(column)));
        boolean hasDigits = CellText.provider(cell).matches("\\d.*");
        if (!hasDigits && SUM.matcher(word).matches()) {
            skipped.add(new Skipped(
                    line.number(), "„" + TableProblem.shown(word) + "“ er ikke en praksis og gemmes ikke."));
            collect(layout, line, "", sums);
        } else if (!hasDigits && MEAN.matcher(word).matches()) {
            skipped.add(new Skipped(line.number(), "Gennemsnittet er ikke en praksis og gemmes ikke."));
        } else if (!hasDigits && WIDER.matcher(word).matches()) {
            compare(layout, line, word);
        } else if (!hasDigits && !hasFigures) {
            note = note == 0 ? line.number() : note;
            skipped.add(new Skipped(line.number(), "Linjen har intet ydernummer og læses ikke."));
        } else {
            practice(layout, line, cell);
        }
    }

    private void practice(Layout layout, Line line, String cell) {
        if (note > 0) {
            problems.add(new TableProblem(
                    line.number(),
                    layout.name(layout.column(Role.PROVIDER)),
                    cell,
                    "her er tal efter noten i linje " + note + ". Flyt noten ned under tallene, eller slet den."));
            return;
        }
        String provider = provider(layout, line, cell);
        String measure = carried(layout, line, Role.MEASURE, measureAbove);
        String period = carried(layout, line, Role.PERIOD, periodAbove);
        measureAbove = measure;
        periodAbove = period;
        if (provider.isEmpty()) {
            return;
        }
        if (!own.contains(provider)) {
            setAside.add(new SetAside(
                    line.number(), provider, "Ydernummer " + provider + " er ikke i klyngen. Tallene gemmes ikke."));
            return;
        }
        collect(layout, line, provider, raws);
    }

    private String carried(Layout layout, Line line, Role role, String above) {
        String cell = line.cell(layout.column(role));
        return cell.isEmpty() && grid.isMerged() ? above : cell;
    }

    /** @return empty when it is none, which has been said */
    private String provider(Layout layout, Line line, String cell) {
        String number = CellText.provider(cell);
        if (number.matches("\\d{6}")) {
            return number;
        }
        String filled = number.matches("\\d{1,5}") ? "0".repeat(6 - number.length()) + number : "";
        if (own.contains(filled)) {
            return filled;
        }
        String message = number.isEmpty()
                ? "ydernummeret mangler. Skriv det."
                : filled.isEmpty()
                        ? "ydernummeret skal have 6 cifre og intet andet. Gør kolonnen til tekst, og skriv det igen."
                        : "ydernummeret har kun " + number.length() + " cifre, og " + filled
                                + " er ikke i klyngen. Skriv alle 6 cifre.";
        problems.add(new TableProblem(line.number(), layout.name(layout.column(Role.PROVIDER)), cell, message));
        return "";
    }

    private void collect(Layout layout, Line line, String provider, List<FigureCells.Raw> into) {
        for (Figure figure : layout.figures()) {
            String measure = figure.measure() != null ? figure.measure() : measure(layout, line);
            MeasurePeriod period = figure.period() != null ? figure.period() : period(layout, line, provider.isEmpty());
            if (measure.isEmpty() && !provider.isEmpty()) {
                problems.add(
                        layout.column(Role.MEASURE) < 0
                                ? TableProblem.ofFile("Filen siger ikke, hvilken måling det er. Vælg målingen.")
                                : new TableProblem(
                                        line.number(),
                                        layout.name(layout.column(Role.MEASURE)),
                                        "",
                                        "målingen mangler. Skriv den."));
            }
            if (period != null && !measure.isEmpty()) {
                into.add(new FigureCells.Raw(line, provider, measure, period, figure));
            }
        }
    }

    private String measure(Layout layout, Line line) {
        int column = layout.column(Role.MEASURE);
        return column < 0
                ? asked.measure()
                : line.cell(column).isEmpty() && grid.isMerged() ? measureAbove : line.cell(column);
    }

    private @Nullable MeasurePeriod period(Layout layout, Line line, boolean isSilent) {
        int column = layout.column(Role.PERIOD);
        int year = layout.column(Role.YEAR);
        String written;
        if (column < 0 && year < 0) {
            written = asked.period();
        } else if (column >= 0 && year >= 0) {
            String part = line.cell(column).replaceFirst("(?i)^k(?=[1-4]$)|\\.? ?(kvartal|kvt\\.?)$", "");
            written = line.cell(column).matches("(?i)[kq]?[1-4]\\.? ?(kvartal|kvt\\.?)?")
                    ? line.cell(year) + "K" + part.replaceAll("\\D", "")
                    : line.cell(column);
        } else {
            int at = column >= 0 ? column : year;
            String cell = line.cell(at);
            written = cell.isEmpty() && grid.isMerged() && column >= 0 ? periodAbove : cell;
        }
        Optional<MeasurePeriod> period = MeasurePeriod.of(written);
        if (period.isEmpty() && !isSilent) {
            boolean isAsked = column < 0 && year < 0;
            String message =
                    "en periode er et år, halvår, kvartal eller en måned, som 2026, 2026H1, 2026K3 eller 2026-03."
                            + " Et løbende år eller en enkelt dato kan ikke bruges.";
            problems.add(
                    isAsked && written.isEmpty()
                            ? TableProblem.ofFile(
                                    "Filen siger ikke, hvilken periode det er. Skriv perioden, som 2026K3.")
                            : isAsked
                                    ? new TableProblem(0, "periode", written, message)
                                    : new TableProblem(
                                            line.number(), layout.name(column >= 0 ? column : year), written, message));
        }
        return period.orElse(null);
    }

    private void compare(Layout layout, Line line, String word) {
        List<FigureCells.Raw> wider = new ArrayList<>();
        collect(layout, line, "", wider);
        FigureCells cells = new FigureCells(asked, kinds, layout, grid.style(), new ArrayList<>(), new ArrayList<>());
        boolean isKept = false;
        for (FigureCells.Raw raw : wider) {
            Optional<Compared> both = cells.both(raw, TableProblem.shown(word));
            both.ifPresent(compared::add);
            isKept |= both.isPresent();
        }
        skipped.add(new Skipped(
                line.number(),
                "„" + TableProblem.shown(word) + "“ er ikke en praksis"
                        + (isKept ? "; tallene bruges kun til sammenligning." : " og gemmes ikke.")));
    }

    private List<ReadRow> withoutTwins(List<ReadRow> rows) {
        Map<String, ReadRow> kept = new LinkedHashMap<>();
        for (ReadRow row : rows) {
            ReadRow first = kept.putIfAbsent(row.key(), row);
            if (first != null && first.isSameFigure(row)) {
                skipped.add(new Skipped(row.line(), "Linjen er den samme som linje " + first.line() + "."));
            } else if (first != null) {
                problems.add(new TableProblem(
                        row.line(),
                        "",
                        row.provider(),
                        "samme praksis, måling og periode står med andre tal i linje " + first.line()
                                + ". Slet den, der er forkert."));
            }
        }
        return List.copyOf(kept.values());
    }

    /** A total is a key to what is hidden, so it is looked at and never kept. */
    private void checkSums(Layout layout, List<ReadRow> rows) {
        FigureCells cells = new FigureCells(asked, kinds, layout, grid.style(), new ArrayList<>(), new ArrayList<>());
        for (FigureCells.Raw sum : sums) {
            cells.both(sum, "i alt").ifPresent(total -> {
                List<ReadRow> of = rows.stream()
                        .filter(row -> row.period().equals(total.period())
                                && TableHeadings.plain(row.measure()).equals(TableHeadings.plain(total.measure())))
                        .toList();
                boolean isWhole = of.stream().noneMatch(row -> row.numerator() == null || row.denominator() == null)
                        && setAside.isEmpty();
                long numerators = of.stream()
                        .mapToLong(row -> row.numerator() == null ? 0 : row.numerator())
                        .sum();
                long denominators = of.stream()
                        .mapToLong(row -> row.denominator() == null ? 0 : row.denominator())
                        .sum();
                if (isWhole && (numerators != total.numerator() || denominators != total.denominator())) {
                    skipped.add(new Skipped(
                            sum.line().number(),
                            "Advarsel: summen passer ikke med linjerne (" + total.measure() + ", "
                                    + total.period().inWords() + ")."));
                }
            });
        }
    }

    private static String plain(String cell) {
        return cell.toLowerCase(Locale.ROOT)
                .replaceAll("[.:]+$", "")
                .replaceAll("\\s+", " ")
                .strip();
    }
}
