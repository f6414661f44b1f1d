package dk.klyngeflow.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BankDaysTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-01",
                "2026-04-02",
                "2026-04-03",
                "2026-04-06",
                "2026-05-14",
                "2026-05-15",
                "2026-05-25",
                "2026-06-05",
                "2026-12-24",
                "2026-12-25",
                "2026-12-31",
                "2026-09-05",
                "2026-09-06",
                "2027-05-07",
                "2025-05-30"
            })
    void banksAreClosed(String day) {
        assertThat(BankDays.isBankDay(LocalDate.parse(day))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"2026-05-01", "2026-04-07", "2026-05-08", "2026-12-23", "2026-12-30", "2026-09-07", "2026-05-22"
            })
    void banksAreOpen(String day) {
        assertThat(BankDays.isBankDay(LocalDate.parse(day))).isTrue();
    }

    @Test
    void findsTheNearestBankDay() {
        assertThat(BankDays.onOrAfter(LocalDate.of(2026, 4, 2))).isEqualTo(LocalDate.of(2026, 4, 7));
        assertThat(BankDays.onOrBefore(LocalDate.of(2026, 4, 6))).isEqualTo(LocalDate.of(2026, 4, 1));
        assertThat(BankDays.onOrAfter(LocalDate.of(2026, 12, 31))).isEqualTo(LocalDate.of(2027, 1, 4));
        assertThat(BankDays.onOrBefore(LocalDate.of(2026, 9, 7))).isEqualTo(LocalDate.of(2026, 9, 7));
    }
}
