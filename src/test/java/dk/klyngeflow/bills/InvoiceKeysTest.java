package dk.klyngeflow.bills;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InvoiceKeysTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "2026-0047, 2026/0047",
        "2026-0047, 2026 0047",
        "2026-0047, ' 2026.0047 '",
        "a00095678, A00095678",
        "0047, 47",
        "0, 000",
        "２０２６, 2026",
        "ﬁ-1, FI1",
        "faktura-ø1, FAKTURA Ø1"
    })
    void differentSpellingsAreTheSameNumber(String one, String other) {
        assertThat(InvoiceKeys.number(one)).isNotNull().isEqualTo(InvoiceKeys.number(other));
    }

    @ParameterizedTest(name = "{0} is not {1}")
    @CsvSource({"47, 470", "A0001, A1", "2026-47, 2026-0047", "1-1, 12", "Ø1, O1"})
    void differentNumbersStayDifferent(String one, String other) {
        assertThat(InvoiceKeys.number(one)).isNotEqualTo(InvoiceKeys.number(other));
    }

    @ParameterizedTest(name = "[{0}] is no number")
    @CsvSource({"''", "'  '", "---", "#"})
    void nothingIsNoNumber(String text) {
        assertThat(InvoiceKeys.number(text)).isNull();
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "Tavleverandøren A/S, TAVLEVERANDØREN AS",
        "Tavleverandøren A/S, 'Tavleverandøren, a/s.'",
        "Tavleverandøren A/S, Tavleverandøren",
        "Kaffe & Kage ApS, Kaffe&Kage APS",
        "Havnens Café I/S, 'HAVNENS  CAFÉ'",
        "Skiltemageren IVS, Skiltemageren"
    })
    void companyFormCapitalsAndPunctuationDoNotMatter(String one, String other) {
        assertThat(InvoiceKeys.supplier(null, one)).isEqualTo(InvoiceKeys.supplier(null, other));
    }

    @ParameterizedTest(name = "{0} is not {1}")
    @CsvSource({"Tapas, Tap", "Hotel Paris, Hotel Par", "Matas A/S, Mat A/S"})
    void lettersThatOnlyLookLikeACompanyFormStay(String one, String other) {
        assertThat(InvoiceKeys.supplier(null, one)).isNotEqualTo(InvoiceKeys.supplier(null, other));
    }

    @Test
    void aNameThatIsNothingButACompanyFormIsStillAName() {
        assertThat(InvoiceKeys.supplier(null, "AS")).isEqualTo("NAVN:AS");
        assertThat(InvoiceKeys.supplier(null, "")).isNull();
    }

    @Test
    void theCvrNumberCountsBeforeTheName() {
        assertThat(InvoiceKeys.supplier("16356706", "A")).isEqualTo(InvoiceKeys.supplier("16356706", "B"));
        assertThat(InvoiceKeys.supplier("DK 16 35 67 06", "A")).isEqualTo(InvoiceKeys.supplier("16356706", "B"));
        assertThat(InvoiceKeys.supplier(" ", "Firma")).isEqualTo("NAVN:FIRMA");
    }
}
