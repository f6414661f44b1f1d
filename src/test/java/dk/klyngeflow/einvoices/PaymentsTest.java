package dk.klyngeflow.einvoices;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.einvoices.PaymentMeans.Way;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All ways to pay, as OIOUBL and Peppol write them. */
class PaymentsTest {

    private static Reading.Read with(String... means) {
        return Samples.quick(Samples.text(Samples.OIOUBL_3)
                .replaceAll("(?s)<cac:PaymentMeans>.*</cac:PaymentMeans>", String.join("", means)));
    }

    private static String means(String code, String fields) {
        return "<cac:PaymentMeans><cbc:PaymentMeansCode>" + code + "</cbc:PaymentMeansCode>" + fields
                + "</cac:PaymentMeans>";
    }

    private static String channel(String code) {
        return "<cbc:PaymentChannelCode>" + code + "</cbc:PaymentChannelCode>";
    }

    private static String account(String account, String branch) {
        return "<cac:PayeeFinancialAccount><cbc:ID>" + account + "</cbc:ID>"
                + (branch.isEmpty()
                        ? ""
                        : "<cac:FinancialInstitutionBranch><cbc:ID>" + branch
                                + "</cbc:ID></cac:FinancialInstitutionBranch>")
                + "</cac:PayeeFinancialAccount>";
    }

    private static String slip(String card, String reference, String creditor) {
        return means(
                "93",
                channel("DK:FIK")
                        + (reference.isEmpty() ? "" : "<cbc:InstructionID>" + reference + "</cbc:InstructionID>")
                        + "<cbc:PaymentID>" + card + "</cbc:PaymentID><cac:CreditAccount><cbc:AccountID>" + creditor
                        + "</cbc:AccountID></cac:CreditAccount>");
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "71, 123456789012347, 12345678, +71<123456789012347+12345678<",
        "75, 1234567890123452, 12345678, +75<1234567890123452+12345678<",
        "73, '', 12345678, +73<+12345678<",
    })
    void paymentSlipInThreeFields(String card, String reference, String creditor, String line) {
        PaymentMeans read =
                with(slip(card, reference, creditor)).invoice().payments().get(0);

        assertThat(read.way()).isEqualTo(Way.PAYMENT_SLIP);
        assertThat(read.cardType()).isEqualTo(card);
        assertThat(read.ocrReference()).isEqualTo(reference);
        assertThat(read.creditorNumber()).isEqualTo(creditor);
        assertThat(read.isTransferable()).isTrue();
        assertThat(read.inDanish()).isEqualTo("Indbetalingskort (FIK) " + line);
    }

    @Test
    void paymentSlipInTwoFieldsAndInOne() {
        String line = "Indbetalingskort (FIK) +71<123456789012347+12345678<";

        assertThat(with(means("93", "<cbc:PaymentID>71#123456789012347</cbc:PaymentID>" + account("12345678", "")))
                        .invoice()
                        .payments()
                        .get(0)
                        .inDanish())
                .isEqualTo(line);
        assertThat(with(means("93", "<cbc:PaymentID>+71&lt;123456789012347 +12345678&lt;</cbc:PaymentID>"))
                        .invoice()
                        .payments()
                        .get(0)
                        .inDanish())
                .isEqualTo(line);
    }

    @Test
    void giro() {
        PaymentMeans read = with(means(
                        "50",
                        channel("DK:GIRO") + "<cbc:InstructionID>1234567890123452</cbc:InstructionID>"
                                + "<cbc:PaymentID>04</cbc:PaymentID>" + account("1234567", "")))
                .invoice()
                .payments()
                .get(0);

        assertThat(read.way()).isEqualTo(Way.GIRO);
        assertThat(read.inDanish()).isEqualTo("Girokort +04<1234567890123452+1234567<");
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}")
    @CsvSource({
        "42, DK:BANK, 1234567890, 1234, Kontooverførsel reg.nr. 1234 konto 1234567890",
        "42, '', 0001234567, 9876, Kontooverførsel reg.nr. 9876 konto 0001234567",
        "31, '', 1234567890, 1234, Kontooverførsel reg.nr. 1234 konto 1234567890",
        "30, '', 1234567890, 1234, Kontooverførsel reg.nr. 1234 konto 1234567890",
        "30, '', 1234 1234567890, '', Kontooverførsel reg.nr. 1234 konto 1234567890",
        "31, IBAN, DK50 0040 0440 1162 43, DABADKKK, IBAN-overførsel DK5000400440116243 (DABADKKK)",
        "58, '', DK5000400440116243, '', IBAN-overførsel DK5000400440116243",
        "42, '', DK5000400440116243, '', IBAN-overførsel DK5000400440116243",
        "1, '', BE91000000143476, BPOTBEB1, IBAN-overførsel BE91000000143476 (BPOTBEB1)",
        "ZZZ, '', 1234567890, 1234, Kontooverførsel reg.nr. 1234 konto 1234567890",
    })
    void accounts(String code, String channel, String account, String branch, String danish) {
        PaymentMeans read = with(means(code, (channel.isEmpty() ? "" : channel(channel)) + account(account, branch)))
                .invoice()
                .payments()
                .get(0);

        assertThat(read.inDanish()).isEqualTo(danish);
        assertThat(read.isTransferable()).isTrue();
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "97, DK:NEMKONTO, NEM_KONTO, NO_TRANSFER",
        "97, '', NEM_KONTO, NO_TRANSFER",
        "49, '', DIRECT_DEBIT, DIRECT_DEBIT",
        "59, '', DIRECT_DEBIT, DIRECT_DEBIT",
        "48, '', CARD, CARD",
        "54, '', CARD, CARD",
        "10, '', CASH, NO_TRANSFER",
        "20, '', CHEQUE, NO_TRANSFER",
        "1, '', OTHER, NO_TRANSFER",
    })
    void whatCannotBeTransferredSaysWhy(String code, String channel, Way way, String problem) {
        Reading.Read read = with(means(code, channel.isEmpty() ? "" : channel(channel)));

        assertThat(read.invoice().payment()).map(PaymentMeans::way).contains(way);
        assertThat(Samples.codes(read)).contains(problem);
    }

    @Test
    void firstOneThatCanBeTransferredIsTheOneToPayBy() {
        Reading.Read read = with(
                means("49", ""),
                means("42", account("1234567890", "")),
                slip("71", "123456789012347", "12345678"),
                means("58", account("DK5000400440116243", "")));

        assertThat(read.invoice().payments())
                .extracting(PaymentMeans::way)
                .isEqualTo(List.of(Way.DIRECT_DEBIT, Way.BANK_ACCOUNT, Way.PAYMENT_SLIP, Way.IBAN));
        assertThat(read.invoice().payment()).map(PaymentMeans::way).contains(Way.PAYMENT_SLIP);
        assertThat(Samples.codes(read)).contains("DIRECT_DEBIT", "SEVERAL_PAYMENTS");
    }

    @Test
    void noneAtAllIsSaid() {
        assertThat(Samples.codes(with())).contains("NO_PAYMENT");
    }
}
