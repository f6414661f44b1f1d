package dk.klyngeflow.einvoices;

import static org.assertj.core.api.Assertions.assertThat;

import com.helger.phive.en16931.EN16931Validation;
import dk.klyngeflow.einvoices.EInvoice.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    /**
     * The published lists: UNCL1001 as EN 16931 restricts it, which Peppol and OIOUBL 3 build on, in the edition of the official rules that
     * we check invoices with (BR-CL-01).
     */
    @Test
    void everyCodeOfThePublishedListsIsKnownAndNoOther() throws Exception {
        Set<String> ofInvoices = published("InvoiceTypeCode");
        Set<String> ofCreditNotes = published("CreditNoteTypeCode");
        assertThat(ofInvoices).hasSizeGreaterThan(40).contains("380", "751", "325");
        assertThat(ofCreditNotes).hasSizeGreaterThan(8).contains("381", "396");

        for (String code : ofCreditNotes) {
            assertThat(DocumentType.of(Kind.CREDIT_NOTE, code)).as(code).isEqualTo(DocumentType.CREDIT);
        }
        for (String code : ofInvoices) {
            assertThat(DocumentType.of(Kind.INVOICE, code)).as(code).isNotEqualTo(DocumentType.UNKNOWN);
        }
        Set<String> published = new TreeSet<>(ofInvoices);
        published.addAll(ofCreditNotes);
        Set<String> known = IntStream.rangeClosed(1, 1100)
                .mapToObj(String::valueOf)
                .filter(code -> DocumentType.of(Kind.INVOICE, code) != DocumentType.UNKNOWN)
                .collect(Collectors.toCollection(TreeSet::new));
        // an offer is in UNCL1001 but may not be an invoice; suppliers send them all the same
        published.add("310");
        assertThat(known).isEqualTo(published);
    }

    private static Set<String> published(String element) throws IOException {
        String file = "/external/schematron/1.3.15/ubl/EN16931-UBL-validation.xslt";
        try (InputStream in = EN16931Validation.class.getResourceAsStream(file)) {
            String rules = new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
            Matcher list = Pattern.compile(
                            "self::cbc:" + element
                                    + " and \\(\\(not\\(contains\\(normalize-space\\(\\.\\), ' '\\)\\) and contains\\(' ([0-9 ]+) '")
                    .matcher(rules);
            assertThat(list.find()).as(element).isTrue();
            return new TreeSet<>(Set.of(list.group(1).split(" ")));
        }
    }
}
