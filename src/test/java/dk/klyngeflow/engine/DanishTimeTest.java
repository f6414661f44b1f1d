package dk.klyngeflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One way to say how long something takes. */
class DanishTimeTest {

    @ParameterizedTest
    @CsvSource({
        "120, 2 timer",
        "60, 1 time",
        "90, 1 time og 30 minutter",
        "45, 45 minutter",
        "61, 1 time og 1 minut",
        "150, 2 timer og 30 minutter"
    })
    void saysHowLong(int minutes, String inWords) {
        assertThat(DanishTime.duration(minutes)).isEqualTo(inWords);
    }
}
