package dk.klyngeflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingDaysTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-01-01",
                "2026-04-02",
                "2026-04-03",
                "2026-04-06",
                "2026-05-14",
                "2026-05-25",
                "2026-06-05",
                "2026-12-24",
                "2026-12-25",
                "2026-12-31",
                "2026-11-21",
                "2026-11-22"
            })
    void isClosed(String day) {
        assertThat(WorkingDays.isWorkingDay(LocalDate.parse(day))).isFalse();
    }

    /** Great Prayer Day was a holiday until 2023; May Day is none by law. */
    @ParameterizedTest
    @ValueSource(strings = {"2026-05-01", "2024-04-26", "2026-12-23", "2026-04-01"})
    void isOpen(String day) {
        assertThat(WorkingDays.isWorkingDay(LocalDate.parse(day))).isTrue();
    }

    @Test
    void countsOverWeekendsAndHolidays() {
        assertThat(WorkingDays.after(LocalDate.of(2026, 4, 1), 1)).isEqualTo("2026-04-07");
        assertThat(WorkingDays.after(LocalDate.of(2026, 9, 4), 2)).isEqualTo("2026-09-08");
        assertThat(WorkingDays.after(LocalDate.of(2026, 9, 5), 0)).isEqualTo("2026-09-07");
        assertThat(WorkingDays.after(LocalDate.of(2026, 9, 7), 0)).isEqualTo("2026-09-07");
        assertThat(WorkingDays.notAfter(LocalDate.of(2026, 4, 6))).isEqualTo("2026-04-01");
        assertThat(WorkingDays.notAfter(LocalDate.of(2026, 9, 7))).isEqualTo("2026-09-07");
    }
}
