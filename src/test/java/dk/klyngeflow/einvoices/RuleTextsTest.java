package dk.klyngeflow.einvoices;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleTextsTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            BR-CO-10 | Sum of Invoice line net amount (BT-106) = Σ …                 | Summen af linjebeløb passer ikke med fakturaens sum af linjer.
            BR-AE-08 | In a VAT breakdown (BG-23) where …                            | Beløbet, der er regnet moms af, er ikke summen af de linjer, rabatter og gebyrer, det gælder (momskategori AE)
            F-INV140 | Invalid InvoiceLine/ID. Must contain a value.                 | Feltet nummer under fakturalinje skal udfyldes.
            F-LIB016 | Invalid PriceAmount . Must not be negative                    | Feltet pris må ikke være negativ.
            F-LIB014 | Invalid TaxAmount. Must have 2 decimals                       | Feltet momsbeløb skal have to decimaler.
            F-INV043 | One Party class must be present                               | Feltet part mangler.
            F-LIB050 | BuildingNumber element must be excluded                       | Feltet husnummer må ikke være med.
            F-INV011 | Invalid InvoiceTypeCode: ' 999 '. Must be a value from the codelist | Feltet fakturatype har værdien „999“, som ikke er på listen.
            F-CRN126 | The sum of CreditNoteLine/LineExtensionAmount elements must equal LegalMonetaryTotal/LineExtensionAmount | Summen passer ikke med feltet linjebeløb.
            F-LIB151 | PaymentMeansCode = 93, InstructionID element is mandatory     | Betalingsoplysningerne er ikke som de skal være for betalingsmåde 93.
            X-1      | Something quite new                                           | Fakturaen overtræder den officielle regel X-1.
            """)
    void areDanish(String code, String official, String danish) {
        assertThat(RuleTexts.sentence(code, official)).isEqualTo(danish);
    }

    @Test
    void placesAreSaidAsPeopleSayThem() {
        assertThat(
                        Where.of(
                                "/*:Invoice[namespace-uri()='urn:x'][1]/*:InvoiceLine[namespace-uri()='urn:y'][3]/*:Price[namespace-uri()='urn:y'][1]"))
                .isEqualTo("Fakturalinje 3, pris");
        assertThat(Where.of("/*[local-name()='Invoice']/*[local-name()='InvoiceLine'][2]/*[local-name()='TaxTotal']"))
                .isEqualTo("Fakturalinje 2, moms");
        assertThat(
                        Where.of(
                                "/*:Invoice[namespace-uri()='u'][1]/*:AccountingSupplierParty[namespace-uri()='u'][1]/*:Party[namespace-uri()='u'][1]/*:PostalAddress[namespace-uri()='u'][1]"))
                .isEqualTo("Leverandør, adresse");
        assertThat(Where.of("/*:Invoice[namespace-uri()='urn:x'][1]")).isEmpty();
        assertThat(Where.of((String) null)).isEmpty();
    }
}
