package dk.klyngeflow.bankstatements;

import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.engine.WrittenDay;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The days that a person chose in the bank's dialog: a file of lines does not say them. @param from null when nobody has said */
record Period(@Nullable LocalDate from, @Nullable LocalDate to) {

    static Period read(String from, String to, LocalDate today) {
        Period read = new Period(day("Fra", from, today), day("Til", to, today));
        if (read.from == null != (read.to == null)) {
            throw StatementReader.refused("Skriv både den første og den sidste dag i perioden, eller ingen af dem.");
        }
        if (read.from != null && read.to != null && read.from.isAfter(read.to)) {
            throw StatementReader.refused("Perioden slutter, før den begynder. Ret „Fra“ eller „Til“.");
        }
        if (read.to != null && !read.to.isBefore(today)) {
            throw StatementReader.refused(
                    "Perioden skal slutte før i dag: banken kan bogføre mere i dag. Vælg en tidligere dag i „Til“, og hent filen igen, hvis den går længere.");
        }
        return read;
    }

    private static @Nullable LocalDate day(String label, String written, LocalDate today) {
        if (written.isBlank()) {
            return null;
        }
        WrittenDay read = WrittenDay.read(written, today, false);
        if (read.day() == null || !read.problem().isEmpty()) {
            throw StatementReader.refused((label + ": „" + StatementReader.shortened(written)
                            + "“ er ikke en dag. Skriv for eksempel 31.12.2026. " + read.problem())
                    .strip());
        }
        return read.day();
    }

    /** The file over these days; camt.053 says its own. */
    ReadFile of(ReadFile read) {
        return from == null || to == null || read.profile().equals(StatementReader.CAMT)
                ? read
                : new ReadFile(
                        read.profile(),
                        read.statements().stream()
                                .map(each -> within(each, from, to))
                                .toList(),
                        read.problems());
    }

    private static ReadFile.Statement within(ReadFile.Statement read, LocalDate from, LocalDate to) {
        List<LocalDate> outside = read.lines().stream()
                .map(ReadFile.Line::day)
                .filter(day -> day.isBefore(from) || day.isAfter(to))
                .toList();
        if (!outside.isEmpty()) {
            throw StatementReader.refused("Der er en linje fra " + DanishTime.DAY_IN_FIGURES.format(outside.get(0))
                    + ", som ligger uden for perioden " + new ToldDays.Span(from, to).inWords()
                    + ". Skriv den periode, du valgte i banken.");
        }
        return new ReadFile.Statement(
                read.account(), read.currency(), from, to, read.openingOere(), read.closingOere(), read.lines());
    }
}
