package dk.klyngeflow.engine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers are valid in form only. */
class CprNumbersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "010180-0008",
                "610180-0008",
                "010180 0008",
                "010180.0008",
                "010180\u20130008",
                "cpr:010180-0008!"
            })
    void whatIsWrittenLikeOneIsOne(String text) {
        assertThat(CprNumbers.isWrittenIn(text)).isTrue();
        assertThat(CprNumbers.isLikeIn(text)).isTrue();
        assertThat(CprNumbers.masked(text)).contains("xxxxxx-xxxx").doesNotContain("0008");
    }

    @Test
    void tenDigitsInARowMayBeAnAccount() {
        assertThat(CprNumbers.isWrittenIn("konto 0101800008")).isFalse();
        assertThat(CprNumbers.isLikeIn("0101800008")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"320180-0008", "011380-0008", "1010180-0008", "010180-00081", "12 34 56 78", ""})
    void otherNumbersAreNone(String text) {
        assertThat(CprNumbers.isLikeIn(text)).isFalse();
        assertThat(CprNumbers.masked(text)).isEqualTo(text);
    }
}
