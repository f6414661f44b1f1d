package dk.klyngeflow.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A CPR number in the text of a PDF is found, with its page; other numbers are none. */
class CprNumbersInPdfTest {

    @ParameterizedTest
    @ValueSource(strings = {"Patient 010203-1234", "010203 1234", "CPR-nr.: 0102031234", "cpr 0102031234 og mere"})
    void isFound(String text) throws Exception {
        assertThat(Samples.INSPECTOR.pagesWithCprNumber(SmallPdf.saying("Side et", text, "Side tre")))
                .containsExactly(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Konto 1234 0102031234",
                "Faktura 202400095678",
                "Telefon 20 30 40 50",
                "14.03.2027 kl. 16.30",
                "CVR 99887796"
            })
    void isNoOtherNumber(String text) throws Exception {
        assertThat(Samples.INSPECTOR.pagesWithCprNumber(SmallPdf.saying(text))).isEmpty();
    }

    @Test
    void whatCannotBeReadIsNoPdf() {
        assertThat(Samples.INSPECTOR.pagesWithCprNumber("010203-1234".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(Samples.INSPECTOR.pagesWithCprNumber("%PDF-1.7 010203-1234".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }
}
