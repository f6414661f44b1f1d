package dk.klyngeflow.bankstatements;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.engine.Money;
import dk.klyngeflow.engine.WrittenDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a statement that a person has typed: one line per movement, "day; text; amount", and the two balances. */
final class TypedStatement {

    static final String PROFILE = "indtastet";
    private static final int MOST = 500;

    private TypedStatement() {}

    /** @param period that it is of; only where it is said there may be no lines */
    static ReadFile read(String opening, String closing, String typed, Period period, LocalDate today) {
        long begins = amount(0, opening);
        long ends = amount(0, closing);
        List<ReadFile.Line> lines = new ArrayList<>();
        int number = 0;
        long balance = begins;
        for (String row : typed.lines().limit(MOST + 1).toList()) {
            number++;
            if (row.isBlank()) {
                continue;
            }
            if (number > MOST) {
                throw StatementReader.refused("Skriv højst " + MOST + " linjer ad gangen.");
            }
            List<String> cells = cells(row);
            if (cells.size() != 3) {
                throw StatementReader.refused("Linje " + number
                        + ": skriv dag, tekst og beløb med semikolon imellem, for eksempel 31.12.2026; Gebyr; -31,25.");
            }
            LocalDate day = day(number, cells.get(0), today);
            long amount = amount(number, cells.get(2));
            balance += amount;
            lines.add(new ReadFile.Line(number, day, day, amount, balance, FreeText.kept(cells.get(1)), List.of()));
        }
        if (lines.isEmpty() && period.from() == null) {
            throw StatementReader.refused(
                    "Skriv mindst én linje, eller skriv den periode, hvor der ingen bevægelser var.");
        }
        if (balance != ends) {
            throw CamtStatements.doesNotAddUp(begins, balance - begins, ends);
        }
        if (lines.isEmpty()) {
            return whole(period.from(), period.to(), begins, ends, lines);
        }
        List<ReadFile.Problem> problems = new ArrayList<>();
        ReadFile.Statement statement = RunningBalance.statement("", "DKK", lines, problems);
        return period.of(whole(statement.from(), statement.to(), begins, ends, lines));
    }

    private static ReadFile whole(
            @Nullable LocalDate from, @Nullable LocalDate to, long begins, long ends, List<ReadFile.Line> lines) {
        return new ReadFile(
                PROFILE,
                List.of(new ReadFile.Statement(
                        "",
                        "DKK",
                        Objects.requireNonNull(from),
                        Objects.requireNonNull(to),
                        begins,
                        ends,
                        List.copyOf(lines))),
                List.of());
    }

    /** As in a bank's file, from which lines are pasted too: a quoted text may have a semicolon in it. Empty when it is broken. */
    private static List<String> cells(String row) {
        try {
            return CsvReader.builder()
                    .fieldSeparator(';')
                    .commentStrategy(CommentStrategy.NONE)
                    .trimWhitespacesAroundQuotes(true)
                    .allowUnclosedQuote(false)
                    .ofCsvRecord(row)
                    .stream()
                    .findFirst()
                    .map(CsvRecord::getFields)
                    .orElse(List.of());
        } catch (CsvParseException broken) {
            return List.of();
        }
    }

    private static LocalDate day(int number, String written, LocalDate today) {
        WrittenDay read = WrittenDay.read(written, today, false);
        if (read.day() == null) {
            throw StatementReader.refused("Linje " + number + ": „" + StatementReader.shortened(written)
                    + "“ er ikke en dag. Skriv for eksempel 31.12.2026. " + read.problem());
        }
        return read.day();
    }

    private static long amount(int number, String written) {
        try {
            return Money.parse(written);
        } catch (FormRefused wrong) {
            throw StatementReader.refused(
                    (number == 0 ? "Saldo: " : "Linje " + number + ": ") + String.join(" ", wrong.messages()));
        }
    }
}
