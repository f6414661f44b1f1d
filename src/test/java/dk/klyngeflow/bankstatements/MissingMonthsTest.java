package dk.klyngeflow.bankstatements;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Of which months the bank has not said everything. */
class MissingMonthsTest {

    @Test
    void anAccountThatBeganWithNothingWasOpenedThen() {
        List<BankStatement> statements = List.of(statement("2027-02-15", "2027-12-31", 0L));

        assertThat(MissingMonths.of(statements, "5800", 2027, null)).isEmpty();
        assertThat(MissingMonths.of(statements, "5800", 2027, LocalDate.of(2027, 3, 1)))
                .isEmpty();
    }

    @Test
    void butNotWhenSomethingWasOnItOrPostedBefore() {
        assertThat(MissingMonths.of(List.of(statement("2027-02-15", "2027-12-31", 100L)), "5800", 2027, null))
                .containsExactly(YearMonth.of(2027, 1));
        assertThat(MissingMonths.of(List.of(statement("2027-02-15", "2027-12-31", null)), "5800", 2027, null))
                .containsExactly(YearMonth.of(2027, 1));
        assertThat(MissingMonths.of(
                        List.of(statement("2027-02-15", "2027-12-31", 0L)), "5800", 2027, LocalDate.of(2027, 1, 20)))
                .containsExactly(YearMonth.of(2027, 1));
    }

    @Test
    void whatComesLaterAtNothingIsNoOpening() {
        List<BankStatement> statements =
                List.of(statement("2027-01-01", "2027-02-28", 500L), statement("2027-04-01", "2027-12-31", 0L));

        assertThat(MissingMonths.of(statements, "5800", 2027, null)).containsExactly(YearMonth.of(2027, 3));
    }

    private static BankStatement statement(String from, String to, @Nullable Long opening) {
        return new BankStatement(
                "c",
                "s" + from,
                "u",
                "5800",
                "typed",
                "",
                LocalDate.parse(from),
                LocalDate.parse(to),
                opening,
                0L,
                "test",
                Instant.parse("2028-01-04T09:00:00Z"));
    }
}
