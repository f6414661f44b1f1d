package dk.klyngeflow.bankstatements;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.accounts.Movement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Of which months the bank has not said everything. */
class MissingMonthsTest {

    private static final String ACCOUNT = "5800";

    @Test
    void anAccountThatBeganWithNothingWasOpenedThen() {
        List<BankStatement> statements = List.of(statement("2027-02-15", "2027-12-31", 0L, 0L));

        assertThat(missing(statements)).isEmpty();
        assertThat(missing(statements, posted("2027-03-01", 500))).isEmpty();
    }

    @Test
    void butNotWhenSomethingWasOnItOrPostedBefore() {
        assertThat(missing(List.of(statement("2027-02-15", "2027-12-31", 100L, 0L))))
                .as("nor was anything said of the first days of February")
                .containsExactly(1, 2);
        assertThat(missing(List.of(statement("2027-02-15", "2027-12-31", null, null))))
                .containsExactly(1, 2);
        assertThat(missing(List.of(statement("2027-02-15", "2027-12-31", 0L, 0L)), posted("2027-01-20", 500)))
                .containsExactly(1, 2);
    }

    @Test
    void whatComesLaterAtNothingIsNoOpening() {
        assertThat(missing(List.of(
                        statement("2027-01-01", "2027-02-28", 500L, 100L),
                        statement("2027-04-01", "2027-12-31", 0L, 0L))))
                .containsExactly(3);
    }

    @Test
    void oneLineIsNoMonth() {
        assertThat(missing(List.of(
                        statement("2027-01-01", "2027-10-31", 0L, 900L),
                        statement("2027-11-16", "2027-11-16", 850L, 800L))))
                .containsExactly(11, 12);
    }

    @Test
    void filesWhoseBalancesGoOnFromEachOtherLeaveNothingOutBetweenThem() {
        List<BankStatement> statements = List.of(
                statement("2027-01-01", "2027-10-29", 0L, 900L),
                statement("2027-11-16", "2027-11-16", 900L, 800L),
                statement("2027-12-03", "2027-12-31", 800L, 700L));
        assertThat(missing(statements)).isEmpty();
        assertThat(told(statements)).containsExactly("01.01.2027–31.12.2027");
        assertThat(missing(statements.subList(0, 2)))
                .as("what comes after its last line the file does not say")
                .containsExactly(11, 12);
        assertThat(told(statements.subList(0, 2))).containsExactly("01.01.2027–16.11.2027");
    }

    @Test
    void aFileThatBeginsWithWhatTheBooksHaveSaysItsFirstMonthFromTheBeginning() {
        List<BankStatement> statements = List.of(statement("2027-01-05", "2027-12-31", 4_125L, 700L));
        assertThat(missing(statements, posted("2026-12-31", 4_125))).isEmpty();
        assertThat(new MissingMonths(statements, ACCOUNT, 4_125, List.of(posted("2027-01-05", -5))).of(2027))
                .as("with what the books were opened")
                .isEmpty();
        assertThat(missing(statements, posted("2026-12-31", 4_000))).containsExactly(1);
        assertThat(missing(statements, posted("2026-12-31", 4_125), posted("2027-01-03", -5)))
                .as("what was posted in between is paid by the bank later")
                .isEmpty();
        assertThat(missing(statements, posted("2026-12-31", 4_130), posted("2027-01-03", -10)))
                .as("the books had another sum on both days")
                .containsExactly(1);
    }

    @Test
    void theEndsOfAMonthAreAskedAbout_whereAllTheRestIsTold() {
        MissingMonths months = new MissingMonths(
                List.of(
                        statement("2027-01-05", "2027-03-29", 500L, 900L),
                        statement("2027-05-16", "2027-05-16", 800L, 700L)),
                ACCOUNT,
                0,
                List.of());
        assertThat(months.rests(months.of(2027)))
                .as("neither of a month without any statement, nor of one with a single line")
                .containsExactly(
                        new MissingMonths.Rest(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 4), 500),
                        new MissingMonths.Rest(LocalDate.of(2027, 3, 30), LocalDate.of(2027, 3, 31), 900));
    }

    @Test
    void whatOverlapsOrTouchesIsOne_andTheOtherAccountIsNotOurs() {
        assertThat(missing(List.of(
                        statement("2027-01-01", "2027-06-30", null, null),
                        statement("2027-07-01", "2027-09-15", null, null),
                        statement("2027-09-10", "2027-12-31", null, null))))
                .isEmpty();
        assertThat(new MissingMonths(List.of(statement("2027-01-01", "2027-12-31", 1L, 1L)), "5820", 0, List.of())
                        .of(2027))
                .hasSize(12);
    }

    @Test
    void onlyMonthsThatAreOverAreMissingNow() {
        MissingMonths months =
                new MissingMonths(List.of(statement("2027-02-01", "2027-03-31", 5L, 5L)), ACCOUNT, 0, List.of());
        assertThat(months.until(LocalDate.of(2027, 6, 12), 2027))
                .as("before it was used nothing is missing")
                .containsExactly(YearMonth.of(2027, 4), YearMonth.of(2027, 5));
    }

    @Test
    void monthsInWordsSayOnlyThoseThatAreMeant() {
        assertThat(MissingMonths.inWords(months(1, 2, 3))).isEqualTo("januar til marts 2027");
        assertThat(MissingMonths.inWords(months(1, 3, 11))).isEqualTo("januar, marts og november 2027");
        assertThat(MissingMonths.inWords(months(1, 3))).isEqualTo("januar og marts 2027");
    }

    private static List<YearMonth> months(int... numbers) {
        return IntStream.of(numbers).mapToObj(each -> YearMonth.of(2027, each)).toList();
    }

    private static List<Integer> missing(List<BankStatement> statements, Movement... booked) {
        return new MissingMonths(statements, ACCOUNT, 0, List.of(booked))
                .of(2027).stream().map(YearMonth::getMonthValue).toList();
    }

    private static List<String> told(List<BankStatement> statements) {
        return new MissingMonths(statements, ACCOUNT, 0, List.of())
                .told().stream().map(ToldDays.Span::inWords).toList();
    }

    private static Movement posted(String day, long oere) {
        return new Movement("v" + day, 2027, 1, LocalDate.parse(day), "", "", oere, null, null);
    }

    private static BankStatement statement(String from, String to, @Nullable Long opening, @Nullable Long closing) {
        return new BankStatement(
                "c",
                "s" + from,
                "u",
                ACCOUNT,
                "typed",
                "",
                LocalDate.parse(from),
                LocalDate.parse(to),
                opening,
                closing,
                "test",
                Instant.parse("2028-01-04T09:00:00Z"));
    }
}
