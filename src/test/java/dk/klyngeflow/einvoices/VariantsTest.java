package dk.klyngeflow.einvoices;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.einvoices.EInvoice.Kind;
import dk.klyngeflow.einvoices.EInvoice.PayableBy.Source;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What suppliers' programs do to the same invoice. */
class VariantsTest {

    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

    @ParameterizedTest(name = "declared {0}, written {1}")
    @CsvSource({
        "UTF-8, UTF-8, true",
        "utf-8, windows-1252, false",
        "windows-1252, windows-1252, true",
        "ISO-8859-1, ISO-8859-1, true",
        "ISO-8859-15, ISO-8859-15, true",
        "utf-16, UTF-16, true",
        "UTF-16, UTF-16LE, true",
        "UTF-16BE, UTF-16BE, true",
        "utf-16, UTF-8, true",
        "no-such-set, UTF-8, true",
    })
    void charactersAreReadWhateverTheFileClaims(String declared, String written, boolean asDeclared) {
        byte[] content = Samples.changed(
                        Samples.OIOUBL, DECLARATION, "<?xml version=\"1.0\" encoding=\"" + declared + "\"?>")
                .getBytes(Charset.forName(written));

        Reading.Read read = Samples.quick(content);

        assertThat(read.invoice().supplier().name()).isEqualTo("Tavleverandøren");
        assertThat(read.invoice().receiver().address()).isEqualTo("Fredericiavej 10, 3000 Helsingør");
        assertThat(Samples.codes(read).contains("ENCODING")).isEqualTo(!asDeclared);
    }

    @Test
    void declarationMayBeMissingOrComeLate() {
        String text = Samples.text(Samples.OIOUBL);

        assertThat(Samples.quick(text.replace(DECLARATION, "")).invoice().number())
                .isEqualTo("A00095678");
        assertThat(Samples.quick("\r\n  " + text).invoice().number()).isEqualTo("A00095678");
        assertThat(Samples.quick("\uFEFF" + text).invoice().number()).isEqualTo("A00095678");
    }

    @Test
    void prefixesAreTheSuppliersChoice() {
        String xml = Samples.text(Samples.OIOUBL)
                .replace("xmlns=\"urn", "xmlns:ns0=\"urn")
                .replace("<Invoice ", "<ns0:Invoice ")
                .replace("</Invoice>", "</ns0:Invoice>")
                .replace("xmlns:cbc=", "xmlns:b=")
                .replace("<cbc:", "<b:")
                .replace("</cbc:", "</b:")
                .replace("xmlns:cac=", "xmlns:a=")
                .replace("<cac:", "<a:")
                .replace("</cac:", "</a:");

        Reading.Read read = Samples.quick(xml);

        assertThat(read.invoice()).isEqualTo(Samples.invoice(Samples.OIOUBL));
        assertThat(read.problems()).isEmpty();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "DK:CVR, DK16356706", "DK:CVR, 16356706", "DK:CVR, dk 16 35 67 06", "0184, 16356706", "0184, DK16356706",
        "9902, DK16356706", "DK:SE, DK16356706", "'', 16356706", "'', DK16356706", "ZZZ, 16356706"
    })
    void cvrNumberIsEightDigitsWhateverTheScheme(String scheme, String number) {
        String xml = Samples.text(Samples.OIOUBL)
                .replaceAll("schemeID=\"DK:(?:CVR|SE)\">DK16356706", "schemeID=\"" + scheme + "\">" + number);

        assertThat(Samples.quick(xml).invoice().supplier().cvr()).isEqualTo("16356706");
        assertThat(Samples.quick(xml).invoice().supplier().id()).isEqualTo("16356706");
    }

    @Test
    void registeredNameIsUsedWhenThereIsNoOther() {
        String xml = Samples.text(Samples.OIOUBL).replaceFirst("(?s)<cac:PartyName>.*?</cac:PartyName>", "");

        assertThat(Samples.quick(xml).invoice().supplier().name()).isEqualTo("Tavleleverandøren");
    }

    @Test
    void missingDueDateComesFromTheTermsOrTheIssueDate() {
        String none = Samples.changed(Samples.OIOUBL, "<cbc:PaymentDueDate>2005-11-25</cbc:PaymentDueDate>", "");
        String terms = none.replace(
                "<cbc:Amount currencyID=\"DKK\">6312.50</cbc:Amount>",
                "<cbc:Note>Netto 14 dage</cbc:Note><cbc:Amount currencyID=\"DKK\">6312.50</cbc:Amount>");

        assertThat(Samples.quick(none).invoice().dueDate()).isNull();
        assertThat(Samples.quick(none).invoice().payableBy())
                .contains(new EInvoice.PayableBy(LocalDate.of(2005, 12, 20), Source.THIRTY_DAYS_FROM_ISSUE));
        assertThat(Samples.quick(terms).invoice().payableBy())
                .contains(new EInvoice.PayableBy(LocalDate.of(2005, 12, 4), Source.PAYMENT_TERMS));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Netto 14 dage, 2026-01-29",
        "Løbende måned + 30 dage, 2026-03-02",
        "Lb. md. 20 dage, 2026-02-20",
        "Løbende måned, 2026-01-31",
        "Payment within 30 days, 2026-02-14",
        "'Payment within 10 days, 2% discount',",
        "Kontant,",
    })
    void termsInWords(String terms, LocalDate by) {
        assertThat(DueDates.inWords(terms, LocalDate.of(2026, 1, 15)).orElse(null))
                .isEqualTo(by);
    }

    @Test
    void foreignCurrencyIsSaid() {
        Reading.Read read = Samples.quick(Samples.text(Samples.OIOUBL_3).replace("DKK", "NOK"));

        assertThat(read.invoice().currency()).isEqualTo("NOK");
        assertThat(read.problems())
                .filteredOn(p -> p.code().equals("FOREIGN_CURRENCY"))
                .singleElement()
                .extracting(Problem::message)
                .asString()
                .contains("NOK");
    }

    @Test
    void vatInDanishKronerStandsBesideTheOther() {
        EInvoice invoice = Samples.quick(
                        Samples.changed(
                                Samples.PEPPOL,
                                "<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode>",
                                "<cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode><cbc:TaxCurrencyCode>DKK</cbc:TaxCurrencyCode>",
                                "<cac:LegalMonetaryTotal>",
                                "<cac:TaxTotal><cbc:TaxAmount currencyID=\"DKK\">2471.00</cbc:TaxAmount></cac:TaxTotal><cac:LegalMonetaryTotal>"))
                .invoice();

        assertThat(invoice.vat()).isEqualByComparingTo("331.25");
        assertThat(invoice.totals().taxCurrency()).isEqualTo("DKK");
        assertThat(invoice.totals().vatInTaxCurrency()).isEqualByComparingTo("2471.00");
    }

    @Test
    void dutiesAreNoVat() {
        String duty = "<cac:TaxTotal><cbc:TaxAmount currencyID=\"DKK\">100.00</cbc:TaxAmount><cac:TaxSubtotal>"
                + "<cbc:TaxableAmount currencyID=\"DKK\">5050.00</cbc:TaxableAmount><cbc:TaxAmount currencyID=\"DKK\">100.00</cbc:TaxAmount>"
                + "<cac:TaxCategory><cbc:ID>Excise</cbc:ID><cbc:Percent>2</cbc:Percent><cac:TaxScheme><cbc:ID>31</cbc:ID>"
                + "<cbc:Name>Bæreposer</cbc:Name></cac:TaxScheme></cac:TaxCategory></cac:TaxSubtotal></cac:TaxTotal>";
        Reading.Read read = Samples.quick(Samples.changed(
                Samples.OIOUBL,
                "<cac:LegalMonetaryTotal>",
                duty + "<cac:LegalMonetaryTotal>",
                "<cbc:TaxInclusiveAmount currencyID =\"DKK\">6312.50",
                "<cbc:TaxInclusiveAmount currencyID =\"DKK\">6412.50",
                "<cbc:PayableAmount currencyID =\"DKK\">6312.50",
                "<cbc:PayableAmount currencyID =\"DKK\">6412.50"));

        assertThat(read.invoice().vat()).isEqualByComparingTo("1262.50");
        assertThat(read.invoice().totals().otherTaxes()).isEqualByComparingTo("100.00");
        assertThat(read.invoice().payable()).isEqualByComparingTo("6412.50");
        assertThat(read.hasErrors()).isFalse();
    }

    @Test
    void roundingMayComeBeforeOrAfterTheSumWithVat() {
        String before = Samples.changed(
                Samples.OIOUBL,
                "<cbc:TaxInclusiveAmount currencyID =\"DKK\">6312.50",
                "<cbc:TaxInclusiveAmount currencyID =\"DKK\">6313.00",
                "<cbc:PayableAmount currencyID =\"DKK\">6312.50",
                "<cbc:PayableRoundingAmount currencyID=\"DKK\">0.50</cbc:PayableRoundingAmount><cbc:PayableAmount currencyID =\"DKK\">6313.00");
        String after = before.replace(
                "<cbc:TaxInclusiveAmount currencyID =\"DKK\">6313.00",
                "<cbc:TaxInclusiveAmount currencyID =\"DKK\">6312.50");

        for (String xml : new String[] {before, after}) {
            assertThat(Samples.quick(xml).problems()).isEmpty();
            assertThat(Samples.quick(xml).invoice().payableMinor()).isEqualTo(631300);
        }
    }

    @Test
    void prepaidAmountIsTakenOff() {
        Reading.Read read = Samples.quick(
                Samples.changed(
                        Samples.OIOUBL_3,
                        "<cbc:PayableAmount currencyID=\"DKK\">6312.50",
                        "<cbc:PrepaidAmount currencyID=\"DKK\">1000.00</cbc:PrepaidAmount><cbc:PayableAmount currencyID=\"DKK\">5312.50"));

        assertThat(read.problems()).isEmpty();
        assertThat(read.invoice().totals().prepaid()).isEqualByComparingTo("1000.00");
        assertThat(read.invoice().postingMinor()).isEqualTo(531250);
    }

    @Test
    void nothingToPayIsSaid() {
        Reading.Read read = Samples.quick(
                Samples.changed(
                        Samples.OIOUBL_3,
                        "<cbc:PayableAmount currencyID=\"DKK\">6312.50",
                        "<cbc:PrepaidAmount currencyID=\"DKK\">6312.50</cbc:PrepaidAmount><cbc:PayableAmount currencyID=\"DKK\">0.00"));

        assertThat(read.invoice().postingMinor()).isZero();
        assertThat(Samples.codes(read)).containsExactly("ZERO_AMOUNT");
        assertThat(read.invoice().payableBy())
                .hasValueSatisfying(by -> assertThat(by.source()).isEqualTo(Source.STATED));
    }

    @Test
    void signsOfMoneyGivenBack() {
        EInvoice negative = Samples.invoice("peppol-base-negative-inv-correction.xml");
        EInvoice credit = Samples.invoice("peppol-base-creditnote-correction.xml");

        assertThat(negative.kind()).isEqualTo(Kind.INVOICE);
        assertThat(negative.payable()).isEqualByComparingTo("-1656.25");
        assertThat(credit.kind()).isEqualTo(Kind.CREDIT_NOTE);
        assertThat(credit.payable()).isEqualByComparingTo("1656.25");
        assertThat(negative.postingMinor()).isEqualTo(credit.postingMinor()).isEqualTo(-165625);
        assertThat(negative.reducesDebt()).isTrue();
        assertThat(credit.payableBy()).isEmpty();
    }

    @Test
    void embeddedFilesAreKept() {
        String pdf = Base64.getMimeEncoder().encodeToString("%PDF-1.4 ...".getBytes(StandardCharsets.UTF_8));
        EInvoice invoice = Samples.quick(Samples.changed(
                        Samples.OIOUBL,
                        "<cac:AccountingSupplierParty>",
                        "<cac:AdditionalDocumentReference><cbc:ID>42</cbc:ID><cbc:DocumentType>Timeseddel</cbc:DocumentType>"
                                + "<cac:Attachment><cbc:EmbeddedDocumentBinaryObject mimeCode=\"application/pdf\" filename=\"timer.pdf\">\n"
                                + pdf
                                + "\n</cbc:EmbeddedDocumentBinaryObject></cac:Attachment></cac:AdditionalDocumentReference>"
                                + "<cac:AccountingSupplierParty>"))
                .invoice();

        assertThat(invoice.attachments())
                .containsExactly(new Attachment(
                        "timer.pdf", "application/pdf", "Timeseddel", "%PDF-1.4 ...".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void taxRepresentativeAndFactoringAreShown() {
        Reading.Read read = Samples.quick(Samples.changed(
                Samples.PEPPOL,
                "<cac:Delivery>",
                "<cac:PayeeParty><cac:PartyName><cbc:Name>Nordisk Factoring</cbc:Name></cac:PartyName></cac:PayeeParty>"
                        + "<cac:TaxRepresentativeParty><cac:PartyName><cbc:Name>Moms og Søn</cbc:Name></cac:PartyName>"
                        + "<cac:PartyTaxScheme><cbc:CompanyID>DK12345674</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID>"
                        + "</cac:TaxScheme></cac:PartyTaxScheme></cac:TaxRepresentativeParty><cac:Delivery>"));

        assertThat(read.invoice().payee()).isNotNull().extracting(Party::name).isEqualTo("Nordisk Factoring");
        assertThat(read.invoice().taxRepresentative())
                .isNotNull()
                .extracting(Party::cvr)
                .isEqualTo("12345674");
        assertThat(Samples.codes(read)).contains("OTHER_PAYEE");
    }

    @Test
    void whatIsMissingIsSaidAndTheRestIsRead() {
        String xml = Samples.changed(
                Samples.OIOUBL,
                "<cbc:ID>A00095678</cbc:ID>",
                "",
                "<cbc:IssueDate>2005-11-20</cbc:IssueDate>",
                "<cbc:IssueDate>20.11.2005</cbc:IssueDate>");

        Reading.Read read = Samples.quick(xml);

        assertThat(Samples.codes(read)).contains("NO_NUMBER", "NO_DATE");
        assertThat(read.problems()).anySatisfy(p -> {
            assertThat(p.message()).isEqualTo("Feltet dato har en værdi, der ikke er gyldig: „20.11.2005“.");
            assertThat(p.where()).isEqualTo("Dato (linje 38)");
        });
        assertThat(read.invoice().payable()).isEqualByComparingTo("6312.50");
    }

    @Test
    void amountToPayIsNeeded() {
        String xml =
                Samples.text(Samples.OIOUBL).replaceAll("(?s)<cac:LegalMonetaryTotal>.*</cac:LegalMonetaryTotal>", "");

        assertThat(Samples.unreadable(xml)).contains("ikke noget beløb");
        assertThat(Samples.unreadable(Samples.changed(
                        Samples.OIOUBL_3,
                        "<cbc:PayableAmount currencyID=\"DKK\">6312.50",
                        "<cbc:PayableAmount currencyID=\"DKK\">9999999999999999.00")))
                .contains("for stort til at være rigtigt");
    }
}
