package dk.klyngeflow.figuretables;

import dk.klyngeflow.figuretables.CellText.Share;
import dk.klyngeflow.figuretables.TableGrid.Line;
import dk.klyngeflow.figuretables.TableGrid.Style;
import dk.klyngeflow.figuretables.TableHeadings.Figure;
import dk.klyngeflow.figuretables.TableHeadings.Layout;
import dk.klyngeflow.figuretables.TableHeadings.Role;
import dk.klyngeflow.figuretables.TableReading.Asked;
import dk.klyngeflow.figuretables.TableReading.Compared;
import dk.klyngeflow.figuretables.TableReading.ReadRow;
import dk.klyngeflow.figuretables.TableReading.Skipped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Numerator, denominator and share of each line: what is written, what can be reckoned back, and what must be asked. */
final class FigureCells {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1000);
    private static final BigDecimal HALF = new BigDecimal("0.5");

    private final Asked asked;
    private final MeasureTables.Kinds kinds;
    private final Layout layout;
    private final Style style;
    private final List<TableProblem> problems;
    private final List<Skipped> skipped;

    FigureCells(
            Asked asked,
            MeasureTables.Kinds kinds,
            Layout layout,
            Style style,
            List<TableProblem> problems,
            List<Skipped> skipped) {
        this.asked = asked;
        this.kinds = kinds;
        this.layout = layout;
        this.style = style;
        this.problems = problems;
        this.skipped = skipped;
    }

    /** One figure of one line, unread. */
    record Raw(Line line, String provider, String measure, MeasurePeriod period, Figure figure) {

        String cell(Role role) {
            return line.cell(figure.column(role));
        }
    }

    /** How the shares of the whole file are meant. */
    private enum Scale {
        PERCENT,
        FRACTION
    }

    List<ReadRow> rows(List<Raw> raws) {
        Optional<Scale> scale = scale(raws);
        List<ReadRow> rows = new ArrayList<>();
        for (Raw raw : raws) {
            row(raw, scale.orElse(Scale.PERCENT)).ifPresent(rows::add);
        }
        return rows;
    }

    /** Both counts; of totals and comparators, of which nothing is reckoned back. */
    Optional<Compared> both(Raw raw, String name) {
        Optional<Long> numerator = CellText.count(raw.cell(Role.NUMERATOR), style);
        Optional<Long> denominator = CellText.count(raw.cell(Role.DENOMINATOR), style);
        return numerator.isPresent() && denominator.isPresent() && denominator.get() > 0
                ? Optional.of(new Compared(name, raw.measure(), raw.period(), numerator.get(), denominator.get()))
                : Optional.empty();
    }

    private Optional<ReadRow> row(Raw raw, Scale scale) {
        String denominatorCell = raw.cell(Role.DENOMINATOR);
        if (raw.figure().column(Role.DENOMINATOR) < 0) {
            String message =
                    raw.figure().column(Role.SHARE) >= 0 && raw.figure().column(Role.NUMERATOR) < 0
                            ? "Filen har kun procenter. Små tal kan ikke beskyttes uden nævneren, så den skal med."
                            : "Filen mangler nævneren. Skriv den i en kolonne, der hedder nævner.";
            if (problems.stream().noneMatch(each -> each.message().equals(message))) {
                problems.add(TableProblem.ofFile(message));
            }
            return Optional.empty();
        }
        boolean hasCount = raw.figure().column(Role.NUMERATOR) >= 0
                && !(CellText.isMissing(raw.cell(Role.NUMERATOR))
                        && raw.figure().column(Role.SHARE) >= 0
                        && !CellText.isMissing(raw.cell(Role.SHARE)));
        String numeratorCell = hasCount ? raw.cell(Role.NUMERATOR) : raw.cell(Role.SHARE);
        if (CellText.isMissing(numeratorCell) || CellText.isMissing(denominatorCell)) {
            return Optional.of(missing(raw, numeratorCell, denominatorCell));
        }
        if (CellText.isHidden(numeratorCell) || CellText.isHidden(denominatorCell)) {
            Optional<Long> known = CellText.isHidden(denominatorCell)
                    ? Optional.empty()
                    : count(raw, Role.DENOMINATOR, denominatorCell);
            return Optional.of(read(raw, null, known.orElse(null), true, false));
        }
        Optional<Long> denominator = count(raw, Role.DENOMINATOR, denominatorCell);
        if (denominator.isEmpty()) {
            return Optional.empty();
        }
        Optional<ReadRow> row = hasCount
                ? counted(raw, numeratorCell, denominator.get(), scale)
                : shared(raw, denominator.get(), scale);
        return row.flatMap(each -> checked(raw, each));
    }

    private ReadRow missing(Raw raw, String numerator, String denominator) {
        skipped.add(new Skipped(
                raw.line().number(),
                "Praksis " + raw.provider() + " har intet tal for " + TableProblem.shown(raw.measure()) + ", "
                        + raw.period().inWords() + "."));
        Long known = CellText.isMissing(numerator)
                ? CellText.count(denominator, style).orElse(null)
                : null;
        return read(raw, null, known, false, false);
    }

    private Optional<ReadRow> counted(Raw raw, String cell, long denominator, Scale scale) {
        Optional<Long> numerator = count(raw, Role.NUMERATOR, cell);
        if (numerator.isEmpty()) {
            return Optional.empty();
        }
        if (denominator > 0) {
            checkShare(raw, numerator.get(), denominator, scale);
            checkRate(raw, numerator.get(), denominator);
        }
        return Optional.of(read(raw, numerator.get(), denominator, false, false));
    }

    private Optional<ReadRow> checked(Raw raw, ReadRow row) {
        long denominator = row.denominator() == null ? 0 : row.denominator();
        long numerator = row.numerator() == null ? 0 : row.numerator();
        if (denominator == 0 && numerator == 0) {
            return Optional.of(missing(raw, "", "0"));
        }
        if (denominator == 0) {
            problem(raw, Role.DENOMINATOR, "nævneren er 0, men tælleren er det ikke. Ret en af dem.");
            return Optional.empty();
        }
        if (numerator > denominator && !kinds.isRate(raw.measure())) {
            problem(raw, Role.NUMERATOR, "tælleren er større end nævneren " + denominator + ". Ret en af dem.");
            return Optional.empty();
        }
        return Optional.of(row);
    }

    private Optional<Long> count(Raw raw, Role role, String cell) {
        Optional<Long> count = CellText.count(cell, style);
        if (count.isEmpty()) {
            problem(
                    raw,
                    role,
                    cell.matches("\\d{1,3}\\.\\d{3}") && style == Style.ENGLISH
                            ? "er det tusinder eller decimaler? Skriv tallet uden punktum."
                            : "her skal stå et helt tal på 0 eller mere. Skriv det med cifre.");
        }
        return count;
    }

    /** Counts stand there too, so the share must be theirs. */
    private void checkShare(Raw raw, long numerator, long denominator, Scale scale) {
        String cell = raw.cell(Role.SHARE);
        if (raw.figure().column(Role.SHARE) < 0 || CellText.isMissing(cell) || CellText.isHidden(cell)) {
            return;
        }
        Optional<Share> share = CellText.share(cell);
        if (share.isEmpty()) {
            problem(raw, Role.SHARE, "procenten kan ikke læses. Skriv den som 26,4.");
            return;
        }
        BigDecimal percent = percent(share.get(), scale);
        BigDecimal real = BigDecimal.valueOf(numerator)
                .multiply(HUNDRED)
                .divide(BigDecimal.valueOf(denominator), 20, RoundingMode.HALF_UP);
        if (real.subtract(percent).abs().compareTo(unit(percent).multiply(HALF)) > 0) {
            problem(
                    raw,
                    Role.SHARE,
                    "procenten passer ikke med " + numerator + " af " + denominator + ". Ret procenten eller tallene.");
        }
    }

    private void checkRate(Raw raw, long numerator, long denominator) {
        String cell = raw.cell(Role.PER_THOUSAND);
        if (raw.figure().column(Role.PER_THOUSAND) < 0 || CellText.isMissing(cell)) {
            return;
        }
        BigDecimal real = BigDecimal.valueOf(numerator)
                .multiply(THOUSAND)
                .divide(BigDecimal.valueOf(denominator), 20, RoundingMode.HALF_UP);
        boolean isTheirs = CellText.decimal(cell, style)
                .filter(rate -> real.subtract(rate).abs().compareTo(unit(rate).multiply(HALF)) <= 0)
                .isPresent();
        if (!isTheirs) {
            skipped.add(new Skipped(
                    raw.line().number(),
                    "Advarsel: „" + layout.name(raw.figure().column(Role.PER_THOUSAND))
                            + "“ passer ikke med de to tal og bruges ikke."));
        }
    }

    private Optional<ReadRow> shared(Raw raw, long denominator, Scale scale) {
        Optional<Share> share = CellText.share(raw.cell(Role.SHARE));
        if (share.isEmpty()) {
            problem(raw, Role.SHARE, "procenten kan ikke læses. Skriv den som 26,4.");
            return Optional.empty();
        }
        BigDecimal percent = percent(share.get(), scale);
        List<Long> fitting = fitting(percent, denominator);
        if (fitting.isEmpty()) {
            problem(
                    raw,
                    Role.SHARE,
                    "intet helt tal af " + denominator + " giver denne procent. Skriv tælleren i stedet.");
            return Optional.empty();
        }
        boolean isAbout = fitting.size() > 1;
        if (isAbout) {
            skipped.add(new Skipped(
                    raw.line().number(),
                    "Tælleren er ca.: flere tal af " + denominator + " giver procenten, når den er afrundet."));
        }
        BigDecimal exact = percent.multiply(BigDecimal.valueOf(denominator)).divide(HUNDRED);
        long nearest = fitting.stream()
                .min(Comparator.comparing(
                        each -> BigDecimal.valueOf(each).subtract(exact).abs()))
                .orElseThrow();
        return Optional.of(read(raw, nearest, denominator, false, isAbout));
    }

    /** All whole numbers that give this percentage of the denominator, when it is rounded as it stands. */
    private static List<Long> fitting(BigDecimal percent, long denominator) {
        BigDecimal half = unit(percent).multiply(HALF);
        BigDecimal of = BigDecimal.valueOf(denominator);
        long lowest = Math.max(
                0,
                percent.subtract(half)
                        .multiply(of)
                        .divide(HUNDRED)
                        .setScale(0, RoundingMode.CEILING)
                        .longValue());
        long highest = Math.min(
                denominator,
                percent.add(half)
                        .multiply(of)
                        .divide(HUNDRED)
                        .setScale(0, RoundingMode.FLOOR)
                        .longValue());
        List<Long> fitting = new ArrayList<>();
        for (long each = lowest; each <= highest && fitting.size() < 100_000; each++) {
            fitting.add(each);
        }
        return fitting;
    }

    /** Of the last decimal that stands there. */
    private static BigDecimal unit(BigDecimal number) {
        return BigDecimal.ONE.movePointLeft(Math.max(0, number.scale()));
    }

    private static BigDecimal percent(Share share, Scale scale) {
        return share.isPercent() || scale == Scale.PERCENT
                ? share.value()
                : share.value().movePointRight(2);
    }

    /** Decided once for the whole file: 0,264 may be 26,4 % or a quarter of a percent. */
    private Optional<Scale> scale(List<Raw> raws) {
        List<Raw> plain = raws.stream()
                .filter(raw -> raw.figure().column(Role.SHARE) >= 0)
                .filter(raw -> CellText.share(raw.cell(Role.SHARE))
                        .filter(share -> !share.isPercent() && share.value().signum() > 0)
                        .isPresent())
                .toList();
        if (plain.isEmpty()) {
            return Optional.empty();
        }
        if (!asked.share().isEmpty()) {
            return Optional.of(asked.share().equals("fraction") ? Scale.FRACTION : Scale.PERCENT);
        }
        boolean isAboveOne = plain.stream().anyMatch(raw -> value(raw).compareTo(BigDecimal.ONE) > 0);
        if (isAboveOne) {
            return Optional.of(Scale.PERCENT);
        }
        boolean fitsPercent = plain.stream().allMatch(raw -> fits(raw, Scale.PERCENT));
        boolean fitsFraction = plain.stream().allMatch(raw -> fits(raw, Scale.FRACTION));
        if (fitsPercent && fitsFraction) {
            problem(
                    plain.get(0),
                    Role.SHARE,
                    "er det en andel af 1 eller en procent? Begge passer. Skriv % efter tallene, eller vælg det.");
        }
        return Optional.of(fitsFraction || !fitsPercent ? Scale.FRACTION : Scale.PERCENT);
    }

    private boolean fits(Raw raw, Scale scale) {
        Optional<Long> denominator =
                CellText.count(raw.cell(Role.DENOMINATOR), style).filter(each -> each > 0);
        Optional<Long> numerator = CellText.count(raw.cell(Role.NUMERATOR), style);
        if (denominator.isEmpty()) {
            return true;
        }
        BigDecimal percent = scale == Scale.FRACTION ? value(raw).movePointRight(2) : value(raw);
        List<Long> fitting = fitting(percent, denominator.get());
        return numerator.isPresent() ? fitting.contains(numerator.get()) : !fitting.isEmpty();
    }

    private static BigDecimal value(Raw raw) {
        return CellText.share(raw.cell(Role.SHARE)).map(Share::value).orElse(BigDecimal.ZERO);
    }

    private static ReadRow read(
            Raw raw, @Nullable Long numerator, @Nullable Long denominator, boolean isHidden, boolean isAbout) {
        return new ReadRow(
                raw.line().number(),
                raw.provider(),
                raw.measure(),
                raw.period(),
                numerator,
                denominator,
                isHidden,
                isAbout);
    }

    private void problem(Raw raw, Role role, String message) {
        int column = raw.figure().column(role);
        problems.add(new TableProblem(
                raw.line().number(), layout.name(column), raw.line().cell(column), message));
    }
}
