package dk.klyngeflow.einvoices;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.einvoices.EInvoice.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a document is goes by its type code too, not by its root element alone. */
class DocumentTypeTest {

    private static final String CREDIT_IN_INVOICE = "peppol-invoice-with-credit-code-381.xml";
    private static final String PROFORMA = "peppol-proforma-325.xml";

    @ParameterizedTest
    @ValueSource(
            strings = {"81", "83", "261", "262", "296", "308", "381", "396", "420", "457", "458", "502", "503", "532"})
    void anInvoiceWithTheCodeOfACreditNoteIsACreditNote(String code) {
        Reading.Read read = Samples.quick(Samples.text(CREDIT_IN_INVOICE).replace(">381<", ">" + code + "<"));

        assertThat(read.invoice().kind()).isEqualTo(Kind.CREDIT_NOTE);
        assertThat(read.invoice().postingMinor()).isEqualTo(-100_000);
        assertThat(Samples.codes(read)).contains("CREDIT_BY_CODE");
    }

    @Test
    void aNegativeInvoiceWithTheCodeOfACreditNoteStillGivesMoneyBack() {
        String negative = Samples.text(CREDIT_IN_INVOICE)
                .replaceAll(
                        "(<cbc:(?:TaxAmount|TaxableAmount|LineExtensionAmount|TaxExclusiveAmount|TaxInclusiveAmount"
                                + "|PayableAmount) [^>]*>)",
                        "$1-");

        Reading.Read read = Samples.quick(negative);

        assertThat(read.invoice().postingMinor()).isEqualTo(-100_000);
        assertThat(Samples.codes(read)).contains("CREDIT_NEGATIVE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"325", "130", "751", "202", "203", "204", "310", "456", "553", "817"})
    void whatNobodyAsksMoneyForIsNotToBePaid(String code) {
        Reading.Read read = Samples.quick(Samples.text(PROFORMA).replace(">325<", ">" + code + "<"));

        assertThat(read.invoice().toBePaid()).isFalse();
        assertThat(read.invoice().payableBy()).isEmpty();
        assertThat(read.problems())
                .anyMatch(problem -> problem.code().equals("NOT_TO_BE_PAID")
                        && problem.severity() == Problem.Severity.ERROR
                        && problem.message().contains("skal ikke betales")
                        && problem.message().contains(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"9", "351", "abc", "38O", "999999999999"})
    void aCodeThatIsNoneIsToldAndNotPaidByItself(String code) {
        Reading.Read read = Samples.quick(Samples.text(PROFORMA).replace(">325<", ">" + code + "<"));

        assertThat(read.invoice().toBePaid()).isFalse();
        assertThat(Samples.codes(read)).contains("TYPE_UNKNOWN");
    }

    @ParameterizedTest
    @CsvSource({
        "380", "' 380 '", "''", "326", "383", "384", "386", "389", "393", "394", "395", "575", "780", "875", "935"
    })
    void whatAsksForMoneyIsToBePaid(String code) {
        Reading.Read read = Samples.quick(Samples.text(PROFORMA).replace(">325<", ">" + code + "<"));

        assertThat(read.invoice().toBePaid()).isTrue();
        assertThat(read.invoice().postingMinor()).isEqualTo(100_000);
        assertThat(Samples.codes(read)).doesNotContain("NOT_TO_BE_PAID", "TYPE_UNKNOWN", "CREDIT_BY_CODE");
    }

    @Test
    void aCreditNoteWithTheCodeOfAnInvoiceIsACreditNoteAndSaysSo() {
        String text = Samples.text("oioubl3-creditnote.xml");
        String xml = text.replaceFirst(">381<", ">380<");
        assertThat(xml).isNotEqualTo(text);

        Reading.Read read = Samples.quick(xml);

        assertThat(read.invoice().reducesDebt()).isTrue();
        assertThat(Samples.codes(read)).contains("BILL_BY_CODE");
    }
}
