package dk.klyngeflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** A day as Danes write it. It is Saturday 28 November 2026. The form kit reads the same table. */
class WrittenDayTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 28);

    @ParameterizedTest
    @CsvFileSource(resources = "/written-days.csv", delimiter = '|')
    void isRead(String written, boolean isAhead, @Nullable LocalDate day, @Nullable String problem) {
        assertThat(WrittenDay.read(written, TODAY, isAhead))
                .isEqualTo(new WrittenDay(day, problem == null ? "" : problem));
    }
}
