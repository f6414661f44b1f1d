package dk.klyngeflow.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0,00",
                "5|0,05",
                "99|0,99",
                "100|1,00",
                "123450|1.234,50",
                "100000000|1.000.000,00",
                "-123450|-1.234,50",
                "-5|-0,05"
            })
    void writesAsDanesDo(long oere, String text) {
        assertThat(Money.format(oere)).isEqualTo(text);
    }

    @Test
    void writesTheCurrency() {
        assertThat(Money.kroner(123450)).isEqualTo("1.234,50\u00a0kr.");
        assertThat(Money.format(123450, "EUR")).isEqualTo("1.234,50\u00a0EUR");
        assertThat(Money.format(123450, "DKK")).isEqualTo("1.234,50\u00a0kr.");
        assertThat(Money.format(-5000, "JPY")).isEqualTo("-5.000\u00a0JPY");
        assertThat(Money.format(0, "JPY")).isEqualTo("0\u00a0JPY");
        assertThat(Money.format(1234567, "BHD")).isEqualTo("1.234,567\u00a0BHD");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.234,50|123450",
                "1234,50|123450",
                "1234|123400",
                "1.234|123400",
                "12,-|1200",
                "kr. 12,00|1200",
                "12,00 kr|1200",
                "12,00 DKK|1200",
                "-3,00|-300",
                "−3,00|-300",
                "0|0",
                "1.000.000|100000000",
                "999.999.999,99|99999999999"
            })
    void readsWhatADaneTypes(String text, long oere) {
        assertThat(Money.parse(text)).isEqualTo(oere);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "kr",
                "1.50",
                "1.5",
                "12,5",
                "12,345",
                "1,234.50",
                "1.23,00",
                "12.34.567",
                "1 234,50",
                "tolv",
                "--3",
                "3-",
                "12,",
                ",50",
                "1e3",
                "+5",
                "1.0000",
                "٣",
                "9999999999,00",
                "12,00 EUR"
            })
    void refusesWhatCouldBeMisread(String text) {
        assertThatThrownBy(() -> Money.parse(text))
                .isInstanceOf(FormRefused.class)
                .message()
                .endsWith(".");
    }

    @Test
    void saysHowToWriteIt() {
        assertThatThrownBy(() -> Money.parse("1.5")).hasMessageContaining("for eksempel 1,50.");
        assertThatThrownBy(() -> Money.parse("1.50")).hasMessageContaining("for eksempel 1,50.");
        assertThatThrownBy(() -> Money.parsePositive("0,00")).hasMessageContaining("større end");
    }

    @Test
    void readsBackWhatItWrote() {
        Random random = new Random(1);
        for (int i = 0; i < 10_000; i++) {
            long oere = random.nextLong(-99_999_999_999L, 100_000_000_000L);
            assertThat(Money.parse(Money.format(oere))).isEqualTo(oere);
            assertThat(Money.parse(Money.kroner(oere))).isEqualTo(oere);
        }
    }

    @Test
    void knowsDecimals() {
        assertThat(Money.ofDecimal(new BigDecimal("1234.5"))).isEqualTo(123450);
        assertThat(Money.toDecimal(123450)).isEqualTo(new BigDecimal("1234.50"));
        assertThatThrownBy(() -> Money.ofDecimal(new BigDecimal("0.001"))).isInstanceOf(ArithmeticException.class);
    }
}
