package dk.klyngeflow.invoices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.KlyngeflowTest;
import dk.klyngeflow.documents.SmallPdf;
import dk.klyngeflow.engine.FormFields;
import dk.klyngeflow.engine.FormRefused;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What cannot be is refused in Danish, what is only unusual has to be confirmed; the day is 7 September 2026. */
@KlyngeflowTest
class PlausibleInvoicesTest {

    @Autowired
    InvoiceStory story;

    @BeforeEach
    void anInvoiceThatIsInOrder() {
        story.aClusterWithItsOwnAccount();
        story.arrives("regning.xml", SmallInvoice.numbered("P-1"));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "account | 5800 | ikke en udgiftskonto",
                "account | 5810 | ikke en udgiftskonto",
                "account | 5600 | ikke en udgiftskonto",
                "account | 6800 | ikke en udgiftskonto",
                "account | 7100 | ikke en udgiftskonto",
                "account | 1100 | ikke en udgiftskonto",
                "account | 9999 | findes ikke",
                "issueDate | 2036-09-07 | fremtiden",
                "issueDate | 2027-01-01 | fremtiden",
                "issueDate | 0001-01-01 | ikke en dato",
                "dueDate | 2036-09-07 | mere end to år fremme",
                "vat | 900000 | ikke mindre end beløbet",
                "vat | -100 | ikke være negativ",
                "payable | 90.000.000.000,00 | for stort",
                "payable | -90.000.000.000,00 | for stort",
                "payable | 9000000000000000 | ikke et beløb",
                "currency | XYZ | Valutaen findes ikke",
                "supplierCvr | DK1234567 | otte cifre",
                "supplierName | 'A\nB' | én linje",
                "supplierName | 'A\u2028B' | én linje",
                "invoiceNumber | '1\r2' | én linje",
                "meeting | 'a\nb' | én linje",
                "supplierMail | 'a@b.dk\nBcc: c@d.dk' | én linje",
            })
    void isRefused(String field, String value, String because) {
        Map<String, Object> typed = with(field, value.replace("\\n", "\n"));

        assertThatThrownBy(() -> story.answers("sekretaer", "checkInvoice", typed))
                .isInstanceOfSatisfying(FormRefused.class, refused -> {
                    assertThat(String.join(" ", refused.messages())).contains(because);
                    assertThat(refused.doubts()).isEmpty();
                });
        story.waitsFor("checkInvoice");
    }

    @Test
    void isRefusedWhenANameIsTooLong() {
        Map<String, Object> typed = with("supplierName", "x".repeat(141));

        assertThatThrownBy(() -> story.answers("sekretaer", "checkInvoice", typed))
                .hasMessageContaining("140 tegn");
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "supplierCvr | 99887797 | kontrolcifret",
                "supplierCvr | DK12345678 | kontrolcifret",
                "issueDate | 2026-09-20 | fremtiden",
                "issueDate | 2025-01-01 | mere end et år",
                "issueDate | 2023-01-01 | forældet",
                "dueDate | 2027-09-07 | et halvt år fremme",
                "dueDate | 2026-01-01 | før fakturadatoen",
                "vat | 2.000,00 | femtedel",
                "payable | 60000000 | usædvanligt stort",
            })
    void isTakenWhenItIsConfirmed(String field, String value, String because) {
        Map<String, Object> typed = with(field, field.equals("payable") ? Long.valueOf(value) : value);

        List<FormRefused.Doubt> doubts = doubts(typed);

        assertThat(doubts).anyMatch(doubt -> doubt.sentence().contains(because));
        story.waitsFor("checkInvoice");
        typed.put(FormFields.CONFIRMED, "ALL");
        assertThat(doubts(typed)).isEqualTo(doubts);
        typed.put(
                FormFields.CONFIRMED,
                String.join("\n", doubts.stream().map(FormRefused.Doubt::key).toList()));
        story.answers("sekretaer", "checkInvoice", typed);
        assertThat(story.openTask().getTaskDefinitionKey()).isNotEqualTo("checkInvoice");
        assertThat(story.variables()).doesNotContainKey(FormFields.CONFIRMED);
    }

    @Test
    void aYesToOneAmountIsNoYesToAnother() {
        Map<String, Object> typed = with("payable", 60_000_000L);
        typed.put(
                FormFields.CONFIRMED,
                doubts(typed).stream().map(FormRefused.Doubt::key).findFirst().orElseThrow());
        typed.put("payable", 61_000_000L);

        assertThat(doubts(typed)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"EUR, 10000, 7.460, 1", "EUR, 10000, '746,00', 0", "USD, 10000, '690,00', 0", "JPY, 10000, '460,00', 0"
    })
    void amountInKronerFitsTheRate(String currency, long payable, String kroner, int unusual) {
        Map<String, Object> typed = with("currency", currency);
        typed.put("payable", payable);
        typed.put("vat", 0L);
        typed.put("amountDkk", kroner);
        typed.put("rateSource", "Nationalbanken");

        if (unusual == 0) {
            story.answers("sekretaer", "checkInvoice", typed);
        } else {
            assertThat(doubts(typed)).hasSize(unusual);
        }
    }

    @Test
    void whatIsInAnotherCurrencyIsPaidByHand() {
        Map<String, Object> typed = with("currency", "EUR");
        typed.put("payable", 10_000L);
        typed.put("vat", 0L);
        typed.put("amountDkk", "746,00");
        typed.put("rateSource", "Nationalbanken");
        story.answers("sekretaer", "checkInvoice", typed);
        story.coordinatorApproves();
        story.dueJobsRun();
        story.waitsFor("confirmPayment");

        assertThat(story.invoice().paymentFileId()).isNull();
        assertThat(story.happened()).anyMatch(text -> text.contains("EUR") && text.contains("udlandsbetaling"));
    }

    @ParameterizedTest
    @CsvSource({"2026-09-06, bogført", "2020-01-01, bogført", "2026-09-08, fremtiden"})
    void aPaymentIsNeitherBeforeItsVoucherNorInTheFuture(String day, String because) {
        story.secretaryChecks("2100");
        story.coordinatorApproves();
        story.dueJobsRun();

        assertThatThrownBy(() -> story.answers("kasserer", "confirmPayment", Map.of("decision", "PAID", "paidOn", day)))
                .hasMessageContaining(because);
        story.isPaid("kasserer");
        story.hasEnded();
    }

    @ParameterizedTest(name = "{0} = {1}")
    @CsvSource({
        "claimAmount, '100.000,01', højst",
        "claimAmount, 9000000000000000, ikke et beløb",
        "claimDate, 2023-09-06, tre år",
        "claimDate, 2026-09-08, fremtiden",
        "claimAccount, 5800, ikke en udgiftskonto",
        "claimAccount, 1100, ikke en udgiftskonto",
    })
    void aClaimIsRefused(String field, String value, String because) {
        Map<String, Object> claim = new HashMap<>(
                Map.of("claimKind", "FEE", "claimAmount", "500,00", "claimText", "Møde", "claimDate", "2026-09-01"));
        claim.put(field, value);

        assertThatThrownBy(() -> story.claimsOnThePage("medlem", claim)).hasMessageContaining(because);
    }

    @Test
    void whatIsNoBillIsNotPaidUntilSomebodySaysSo() {
        story.arrives("peppol-proforma-325.xml");
        Map<String, Object> typed = with("issueDate", "2026-09-01");
        typed.put("payByTransfer", false);
        assertThatThrownBy(() -> story.answers("sekretaer", "checkInvoice", typed))
                .hasMessageContaining("ikke en regning");

        typed.put("payByTransfer", true);
        typed.put(FormFields.CONFIRMED, "");
        assertThat(doubts(typed)).anyMatch(doubt -> doubt.sentence().contains("ikke skal betales"));
    }

    @Test
    void aCprNumberInAPdfIsPointedOut() throws IOException {
        byte[] pdf = SmallPdf.saying("Patient 010203-1234");

        assertThat(story.arrives("mail.pdf", pdf).problems()).contains("CPR_IN_FILE", "side 1");

        String receipt = story.keeps("medlem", "kvittering.pdf", SmallPdf.saying("CPR 0102031234"));
        story.claimsOnThePage(
                "medlem",
                Map.of(
                        "claimKind", "OUTLAY",
                        "claimAmount", "500,00",
                        "claimText", "Kaffe",
                        "claimDate", "2026-09-01",
                        "documentId", receipt));
        assertThat(story.invoice().problems()).contains("CPR_IN_FILE", "side 1");
    }

    private Map<String, Object> with(String field, Object value) {
        Map<String, Object> typed = story.coding("2100");
        typed.put(field, value);
        return typed;
    }

    private List<FormRefused.Doubt> doubts(Map<String, Object> typed) {
        try {
            story.answers("sekretaer", "checkInvoice", typed);
            return List.of();
        } catch (FormRefused refused) {
            return refused.doubts();
        }
    }
}
