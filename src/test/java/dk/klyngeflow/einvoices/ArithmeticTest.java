package dk.klyngeflow.einvoices;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArithmeticTest {

    @ParameterizedTest(name = "{2}")
    @CsvSource(delimiter = '|', textBlock = """
            <cbc:PayableAmount currencyID="DKK">6312.50        | <cbc:PayableAmount currencyID="DKK">6313.50        | Beløb til betaling | Beløb med moms minus forudbetalt plus afrunding er 6.312,50 kr, men fakturaen siger 6.313,50 kr.
            <cbc:TaxInclusiveAmount currencyID="DKK">6312.50   | <cbc:TaxInclusiveAmount currencyID="DKK">6300.00   | Beløb med moms     | Beløb uden moms plus moms er 6.312,50 kr, men fakturaen siger 6.300,00 kr.
            <cbc:TaxExclusiveAmount currencyID="DKK">5050.00   | <cbc:TaxExclusiveAmount currencyID="DKK">5000.00   | Beløb uden moms    | Linjerne minus rabatter plus gebyrer er 5.050,00 kr, men fakturaen siger 5.000,00 kr.
            <cbc:LineExtensionAmount currencyID="DKK">5050.00  | <cbc:LineExtensionAmount currencyID="DKK">5060.00  | Sum af linjer      | Summen af linjernes beløb er 5.050,00 kr, men fakturaen siger 5.060,00 kr.
            <cbc:TaxableAmount currencyID="DKK">5050.00</cbc:TaxableAmount><cbc:TaxAmount currencyID="DKK">1262.50 | <cbc:TaxableAmount currencyID="DKK">5050.00</cbc:TaxableAmount><cbc:TaxAmount currencyID="DKK">1362.50 | Moms 25 % | 25 % af 5.050,00 kr er 1.262,50 kr, men momsen er sat til 1.362,50 kr.
            """)
    void whatDoesNotAddUpIsAnErrorWithItsPlace(String old, String changed, String where, String message) {
        String xml = Samples.text(Samples.OIOUBL_3).replaceAll("</cbc:TaxableAmount>\\s+", "</cbc:TaxableAmount>");
        assertThat(xml).contains(old);

        Reading.Read read = Samples.quick(xml.replace(old, changed));

        assertThat(read.problems()).contains(Problem.error("TOTALS", where, message));
        assertThat(read.hasErrors()).isTrue();
    }

    @Test
    void vatMayBeRoundedLineByLine() {
        String xml =
                Samples.text(Samples.OIOUBL_3).replace("1262.50", "1262.48").replace("6312.50", "6312.48");

        assertThat(Samples.quick(xml).hasErrors()).isFalse();
    }

    @Test
    void quantityTimesPriceIsAWarning() {
        Reading.Read read = Samples.quick(Samples.changed(
                Samples.OIOUBL_3,
                "<cbc:PriceAmount currencyID=\"DKK\">25.00",
                "<cbc:PriceAmount currencyID=\"DKK\">35.00"));

        assertThat(read.problems())
                .containsExactly(Problem.warning(
                        "LINE_TOTAL", "Fakturalinje 2", "Antal gange pris giver 70,00 kr, men der står 50,00 kr."));
    }

    @Test
    void officialRulesSayTheSameInDanish() {
        String xml = Samples.changed(
                Samples.PEPPOL,
                "<cbc:PayableAmount currencyID=\"EUR\">1656.25",
                "<cbc:PayableAmount currencyID=\"EUR\">1600.00",
                "<cbc:BuyerReference>0150abc</cbc:BuyerReference>",
                "");

        Reading.Read read = Samples.read(xml.getBytes(StandardCharsets.UTF_8));

        assertThat(read.problems())
                .anySatisfy(p -> {
                    assertThat(p.code()).isEqualTo("BR-CO-16");
                    assertThat(p.severity()).isEqualTo(Problem.Severity.ERROR);
                    assertThat(p.message())
                            .isEqualTo(
                                    "Beløbet til betaling er ikke beløbet med moms minus forudbetalt plus afrunding.");
                    assertThat(p.detail()).startsWith("Amount due for payment (BT-115) =");
                })
                .anySatisfy(p -> {
                    assertThat(p.code()).isEqualTo("PEPPOL-EN16931-R003");
                    assertThat(p.severity()).isEqualTo(Problem.Severity.WARNING);
                    assertThat(p.message()).isEqualTo("Der er hverken en reference til køberen eller et ordrenummer.");
                });
    }
}
