package dk.klyngeflow.einvoices;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.einvoices.EInvoice.Kind;
import dk.klyngeflow.einvoices.EInvoice.PayableBy.Source;
import dk.klyngeflow.einvoices.PaymentMeans.Way;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

/** The real files, with what a person reads in them. */
class SampleInvoicesTest {

    static final List<String> ALL = Samples.ALL;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            # file                                       | format       | kind        | supplier                        | supplier id      | number       | issued     | due        | cur | payable  | vat     | net      | posting
            en16931-ubl-tc434-example1.xml               | EN16931      | INVOICE     | De Koksmaat                     | NL8200.98.395.B.01 | 12115118   | 2015-01-09 | 2015-01-09 | EUR | 250.33   | 20.73   | 229.60   | 25033
            oioubl2-BASPRO_01_01_00_Invoice_v2p2.xml     | OIOUBL_2     | INVOICE     | Tavleverandøren                 | 16356706         | A00095678    | 2005-11-20 | 2005-11-25 | DKK | 6312.50  | 1262.50 | 5050.00  | 631250
            oioubl2-BASPRO_03_01_06_CreditNote_v2p2.xml  | OIOUBL_2     | CREDIT_NOTE | Tavleverandøren                 | 16356706         | A00095679    | 2005-11-20 |            | DKK | 6312.50  | 1262.50 | 5050.00  | -631250
            oioubl2-COMDEL_02_02_00_Invoice_v2p2.xml     | OIOUBL_2     | INVOICE     | Revacenter BOMI                 | 16356706         | A00095678    | 2005-12-29 | 2006-01-15 | DKK | 41675.00 | 8335.00 | 33340.00 | 4167500
            oioubl2-COMORG_01_01_00_Invoice_v2p2.xml     | OIOUBL_2     | INVOICE     | Ordrup Office Supplies          | 16356706         | A00095678    | 2005-11-20 | 2005-11-25 | DKK | 6312.50  | 1262.50 | 5050.00  | 631250
            oioubl2-COMPAY_01_01_00_Invoice_v2p2.xml     | OIOUBL_2     | INVOICE     | TQ3 Travel Solutions            | 73624118         | A00095678    | 2005-11-20 | 2006-01-15 | DKK | 5031.25  | 1006.25 | 4025.00  | 503125
            oioubl3-creditnote.xml                       | OIOUBL_3     | CREDIT_NOTE | Supplier A/S                    | 16356706         | 202400095679 | 2024-05-20 |            | DKK | 6312.50  | 1262.50 | 5050.00  | -631250
            oioubl3-invoice.xml                          | OIOUBL_3     | INVOICE     | Tavleverandøren                 | 16356706         | 202400095678 | 2024-05-20 | 2024-05-25 | DKK | 6312.50  | 1262.50 | 5050.00  | 631250
            peppol-Allowance-example.xml                 | PEPPOL_BIS_3 | INVOICE     | SupplierTradingName Ltd.        | GB1232434        | Snippet1     | 2017-11-13 | 2017-12-01 | EUR | 6125.00  | 1225    | 5900     | 612500
            peppol-base-creditnote-correction.xml        | PEPPOL_BIS_3 | CREDIT_NOTE | SupplierTradingName Ltd.        | GB1232434        | Snippet1     | 2017-11-13 |            | EUR | 1656.25  | 331.25  | 1325     | -165625
            peppol-base-example.xml                      | PEPPOL_BIS_3 | INVOICE     | SupplierTradingName Ltd.        | GB1232434        | Snippet1     | 2017-11-13 | 2017-12-01 | EUR | 1656.25  | 331.25  | 1325     | 165625
            peppol-base-negative-inv-correction.xml      | PEPPOL_BIS_3 | INVOICE     | SupplierTradingName Ltd.        | GB1232434        | Correction1  | 2017-11-13 | 2017-12-01 | EUR | -1656.25 | -331.25 | -1325    | -165625
            peppol-vat-category-O.xml                    | PEPPOL_BIS_3 | INVOICE     | The Sellercompany Incorporated  | 7300010000001    | Vat-O        | 2018-08-30 |            | SEK | 3200.00  | 0.00    | 3200.00  | 320000
            """)
    void isReadAsAPersonReadsIt(
            String file,
            Format format,
            Kind kind,
            String supplier,
            String supplierId,
            String number,
            LocalDate issued,
            LocalDate due,
            String currency,
            BigDecimal payable,
            BigDecimal vat,
            BigDecimal net,
            long posting) {
        EInvoice invoice = Samples.invoice(file);

        assertThat(invoice.format()).isEqualTo(format);
        assertThat(invoice.kind()).isEqualTo(kind);
        assertThat(invoice.supplier().name()).isEqualTo(supplier);
        assertThat(invoice.supplier().id()).isEqualTo(supplierId);
        assertThat(invoice.number()).isEqualTo(number);
        assertThat(invoice.issueDate()).isEqualTo(issued);
        assertThat(invoice.dueDate()).isEqualTo(due);
        assertThat(invoice.currency()).isEqualTo(currency);
        assertThat(invoice.payable()).isEqualByComparingTo(payable);
        assertThat(invoice.vat()).isEqualByComparingTo(vat);
        assertThat(invoice.taxExclusive()).isEqualByComparingTo(net);
        assertThat(invoice.postingMinor()).isEqualTo(posting);
        assertThat(invoice.supplierIsPrivatePerson()).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            en16931-ubl-tc434-example1.xml               | IBAN-overførsel NL57RABO0107307510 | Deb. 10202 / Fact. 12115118
            oioubl2-BASPRO_01_01_00_Invoice_v2p2.xml     | Kontooverførsel reg.nr. 1234 konto 1234567890 | A00095678
            oioubl2-BASPRO_03_01_06_CreditNote_v2p2.xml  | |
            oioubl2-COMDEL_02_02_00_Invoice_v2p2.xml     | Kontooverførsel reg.nr. 1234 konto 1234567890 | A00095678
            oioubl2-COMORG_01_01_00_Invoice_v2p2.xml     | Kontooverførsel reg.nr. 1234 konto 1234567890 | A00095678
            oioubl2-COMPAY_01_01_00_Invoice_v2p2.xml     | Betalingskort | ''
            oioubl3-creditnote.xml                       | |
            oioubl3-invoice.xml                          | Kontooverførsel reg.nr. 1234 konto 1234567890 | ''
            peppol-Allowance-example.xml                 | IBAN-overførsel IBAN32423940 | Snippet1
            peppol-base-creditnote-correction.xml        | IBAN-overførsel IBAN32423940 | Snippet1
            peppol-base-example.xml                      | IBAN-overførsel IBAN32423940 | Snippet1
            peppol-base-negative-inv-correction.xml      | IBAN-overførsel IBAN32423940 | Snippet1
            peppol-vat-category-O.xml                    | IBAN-overførsel SE1212341234123412 (SEXDABCD) | ''
            """)
    void isPaidAsItSays(String file, String payment, String reference) {
        EInvoice invoice = Samples.invoice(file);

        assertThat(invoice.payment().map(PaymentMeans::inDanish).orElse(null)).isEqualTo(payment);
        assertThat(invoice.payment().map(PaymentMeans::reference).orElse(null)).isEqualTo(reference);
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("ALL")
    void addsUpAndBreaksNoRuleThatMatters(String file) {
        Reading.Read read = Samples.read(Samples.bytes(file));

        assertThat(read.hasErrors()).as("%s", read.problems()).isFalse();
        assertThat(Samples.codes(read)).doesNotContain("NOT_CHECKED", "TOTALS");
    }

    @Test
    void receiverIsKnownByNameAndNumbers() {
        Party receiver = Samples.invoice(Samples.OIOUBL).receiver();

        assertThat(receiver.name()).isEqualTo("Den Lille Skole");
        assertThat(receiver.cvr()).isEqualTo("16356709");
        assertThat(receiver.gln()).isEqualTo("5798000416604");
        assertThat(receiver.mail()).isEqualTo("Hans@dls.dk");
        assertThat(receiver.address()).isEqualTo("Fredericiavej 10, 3000 Helsingør");
    }

    @Test
    void eightDigitsOfAForeignCompanyAreNoCvrNumber() {
        assertThat(Samples.invoice("en16931-ubl-tc434-example1.xml").supplier().cvr())
                .isNull();
        assertThat(Samples.invoice(Samples.PEPPOL).supplier().cvr()).isNull();
    }

    @Test
    void bothAccountsAreKeptInOrder() {
        assertThat(Samples.invoice("en16931-ubl-tc434-example1.xml").payments())
                .extracting(PaymentMeans::iban)
                .containsExactly("NL57RABO0107307510", "NL03INGB0004489902");
    }

    @Test
    void creditNoteKnowsTheInvoiceItCorrectsAndWhy() {
        assertThat(Samples.invoice(Samples.OIOUBL_CREDIT).originals())
                .containsExactly(new EInvoice.OriginalReference(
                        "A00095678", LocalDate.of(2005, 11, 20), "Modregning af forkert faktura"));
        assertThat(Samples.invoice("oioubl3-creditnote.xml").originals())
                .extracting(EInvoice.OriginalReference::number)
                .containsExactly("202400095678");
        assertThat(Samples.invoice("peppol-base-negative-inv-correction.xml").originals())
                .extracting(EInvoice.OriginalReference::number)
                .containsExactly("Snippet1");
    }

    @Test
    void travelIsPaidByCardToSomebodyElse() {
        Reading.Read read = Samples.read(Samples.bytes("oioubl2-COMPAY_01_01_00_Invoice_v2p2.xml"));
        EInvoice invoice = read.invoice();

        assertThat(invoice.payee()).isNotNull().extracting(Party::name).isEqualTo("Eurocard A/S");
        assertThat(invoice.payments()).extracting(PaymentMeans::way).containsExactly(Way.CARD);
        assertThat(invoice.totals().charges()).isEqualByComparingTo("75.00");
        assertThat(invoice.allowancesAndCharges())
                .containsExactly(
                        new AllowanceCharge(true, "Service Fee", new BigDecimal("75.00"), "S", new BigDecimal("25")));
        assertThat(Samples.codes(read)).contains("OTHER_PAYEE", "CARD");
        assertThat(read.problems())
                .filteredOn(p -> p.code().equals("F-LIB301"))
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.message()).isEqualTo("Landekoden findes ikke.");
                    assertThat(p.where()).isEqualTo("Fakturalinje 2, levering, leveringssted");
                    assertThat(p.detail()).contains("Must be a value from the codelist");
                });
    }

    @Test
    void discountsPrepaymentAndSecondCurrencyAreKept() {
        EInvoice invoice = Samples.invoice("peppol-Allowance-example.xml");

        assertThat(invoice.totals().allowances()).isEqualByComparingTo("200");
        assertThat(invoice.totals().charges()).isEqualByComparingTo("200");
        assertThat(invoice.totals().prepaid()).isEqualByComparingTo("1000");
        assertThat(invoice.totals().taxCurrency()).isEqualTo("SEK");
        assertThat(invoice.totals().vatInTaxCurrency()).isEqualByComparingTo("9324.00");
        assertThat(invoice.vatBreakdown()).extracting(VatLine::category).containsExactly("S", "E");
        assertThat(invoice.notes()).containsExactly("Please note we have a new phone number: 22 22 22 22");
        assertThat(invoice.references())
                .isEqualTo(new EInvoice.References(
                        "0150abc", "", "framework no 1", "4025:123:4343", "01.12.2017–31.12.2017"));
    }

    @Test
    void paymentTermsInWordsGiveADayToPayBy() {
        EInvoice invoice = Samples.invoice("peppol-vat-category-O.xml");

        assertThat(invoice.payableBy())
                .contains(new EInvoice.PayableBy(LocalDate.of(2018, 9, 29), Source.PAYMENT_TERMS));
    }

    @Test
    void linesAreReadWithQuantityPriceAndVat() {
        assertThat(Samples.invoice(Samples.OIOUBL).lines().get(1))
                .isEqualTo(new InvoiceLine(
                        "2",
                        new InvoiceLine.Item("Beslag", "", "5712345780111", ""),
                        new InvoiceLine.Count(
                                new BigDecimal("2.00"), "stk.", new BigDecimal("25.00"), new BigDecimal("1")),
                        new InvoiceLine.Amount(BigDecimal.ZERO, BigDecimal.ZERO, new BigDecimal("50.00"), false),
                        "S",
                        new BigDecimal("25")));
    }
}
