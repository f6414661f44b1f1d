package dk.klyngeflow.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.prowidesoftware.swift.model.mx.MxPain00100109;
import com.prowidesoftware.swift.model.mx.dic.CreditTransferTransaction34;
import dk.klyngeflow.engine.FormRefused;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PaymentFileTest {

    private static final PaymentTarget SLIP = PaymentTarget.typed("+71<026840149965328+81234567<");
    private static final PaymentTarget ACCOUNT = new DanishAccount("1234", "12345678");
    private static final PaymentTarget GERMAN = Iban.of("DE89370400440532013000");

    @Test
    void writesAPaymentSlipAsTheDanishBanksAgreed() {
        String xml = text(file(order("INV-1", SLIP, 1_234_50, "DKK", "Faktura 4711")));
        assertThat(xml)
                .startsWith("<?xml version=\"1.0\" encoding=\"UTF-8\"")
                .contains("<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.09\"")
                .containsIgnoringWhitespaces("<InstdAmt Ccy=\"DKK\">1234.50</InstdAmt>")
                .containsIgnoringWhitespaces(
                        "<CdtrAcct><Id><Othr><Id>81234567</Id><SchmeNm><Prtry>OCR</Prtry></SchmeNm></Othr></Id></CdtrAcct>")
                .containsIgnoringWhitespaces("<RmtInf><Strd><CdtrRefInf><Tp><CdOrPrtry><Cd>SCOR</Cd></CdOrPrtry></Tp>"
                        + "<Ref>71/026840149965328</Ref></CdtrRefInf></Strd></RmtInf>")
                .doesNotContain("Faktura 4711");
    }

    @Test
    void writesTheMessageOnASlipWithoutPaymentId() {
        String xml = text(file(order("INV-1", PaymentTarget.typed("+73<+81234567<"), 100, "DKK", "Faktura 4711 æøå")));
        assertThat(xml)
                .containsIgnoringWhitespaces("<Ustrd>Faktura 4711 æøå</Ustrd>")
                .containsIgnoringWhitespaces("<Ref>73/</Ref>");
    }

    @Test
    void writesADanishAccountWithAllItsDigits() {
        CreditTransferTransaction34 transfer = read(file(order("INV-1", ACCOUNT, 5, "DKK", "Faktura ÆØÅ & søn")))
                .getCstmrCdtTrfInitn()
                .getPmtInf()
                .get(0)
                .getCdtTrfTxInf()
                .get(0);
        assertThat(transfer.getCdtrAcct().getId().getOthr().getId()).isEqualTo("12340012345678");
        assertThat(transfer.getCdtrAcct().getId().getOthr().getSchmeNm().getCd())
                .isEqualTo("BBAN");
        assertThat(transfer.getRmtInf().getUstrd()).containsExactly("Faktura ÆØÅ & søn");
        assertThat(transfer.getPmtId().getEndToEndId()).isEqualTo("INV-1");
        assertThat(transfer.getAmt().getInstdAmt().getValue()).isEqualByComparingTo("0.05");
        assertThat(transfer.getCdtr().getNm()).isEqualTo("Bager Sørensen ApS");
    }

    @Test
    void writesEuroToEuropeAsSepaWithoutDanishLetters() {
        var group = read(file(order("INV-1", GERMAN, 99_00, "EUR", "Rechnung für Størring")))
                .getCstmrCdtTrfInitn()
                .getPmtInf()
                .get(0);
        assertThat(group.getPmtTpInf().getSvcLvl().get(0).getCd()).isEqualTo("SEPA");
        assertThat(group.getChrgBr().name()).isEqualTo("SLEV");
        assertThat(group.getCdtTrfTxInf().get(0).getRmtInf().getUstrd()).containsExactly("Rechnung fuer Stoerring");
        assertThat(group.getCdtTrfTxInf().get(0).getCdtr().getNm()).isEqualTo("Bager Soerensen ApS");
        assertThat(group.getCdtTrfTxInf().get(0).getAmt().getInstdAmt().getCcy())
                .isEqualTo("EUR");
    }

    @Test
    void writesADanishAccountInEuroAsIban() {
        String xml = text(file(order("INV-1", ACCOUNT, 99_00, "EUR", "x")));
        assertThat(xml)
                .contains(new DanishAccount("1234", "12345678").iban().number())
                .doesNotContain("BBAN");
    }

    @Test
    void countsAndSumsAndNamesWhoPays() {
        var document = read(file(
                        order("INV-1", SLIP, 100_00, "DKK", "a"),
                        order("INV-2", ACCOUNT, 200_50, "DKK", "b"),
                        order("INV-3", GERMAN, 10_00, "EUR", "c"),
                        order("INV-4", new Iban("GB29NWBK60161331926819", "NWBKGB2L"), 10_00, "GBP", "d")))
                .getCstmrCdtTrfInitn();
        assertThat(document.getGrpHdr().getNbOfTxs()).isEqualTo("4");
        assertThat(document.getGrpHdr().getCtrlSum()).isEqualByComparingTo(new BigDecimal("320.50"));
        assertThat(document.getGrpHdr().getCreDtTm().toString()).isEqualTo("2026-09-07T08:00+02:00");
        assertThat(document.getGrpHdr()
                        .getInitgPty()
                        .getId()
                        .getOrgId()
                        .getOthr()
                        .get(0)
                        .getId())
                .isEqualTo("12345678");
        assertThat(document.getPmtInf()).extracting(group -> group.getNbOfTxs()).containsExactly("2", "1", "1");
        assertThat(document.getPmtInf())
                .extracting(group -> group.getPmtInfId())
                .doesNotHaveDuplicates();
        assertThat(document.getPmtInf()).allSatisfy(group -> {
            assertThat(group.getReqdExctnDt().getDt()).isEqualTo(LocalDate.of(2026, 9, 10));
            assertThat(group.getDbtr().getNm()).isEqualTo("Klynge Nord");
            assertThat(group.getDbtrAcct().getId().getIBAN()).isEqualTo("DK5000400440116243");
        });
        assertThat(document.getPmtInf()
                        .get(2)
                        .getCdtTrfTxInf()
                        .get(0)
                        .getCdtrAgt()
                        .getFinInstnId()
                        .getBICFI())
                .isEqualTo("NWBKGB2L");
    }

    @Test
    void writesCurrenciesWithoutDecimals() {
        String xml = text(file(order("INV-1", new Iban("GB29NWBK60161331926819", "NWBKGB2L"), 1500, "JPY", "x")));
        assertThat(xml).contains("\"JPY\">1500<");
    }

    @Test
    void refusesInDanishWhatCannotBePaidByFile() {
        refused(order("INV-1", new NemKonto("12345678"), 100, "DKK", "x"), "NemKonto kræver en aftale");
        refused(order("INV-1", new NoTransfer(NoTransfer.Reason.CARD), 100, "DKK", "x"), "betalingskort");
        refused(order("INV-1", new PaymentSlip(PaymentSlip.Type.FIK_71, "1", "1"), 100, "DKK", "x"), "kontrolciffer");
        refused(order("INV-1", ACCOUNT, 0, "DKK", "x"), "større end nul");
        refused(order("INV-1", ACCOUNT, -5, "DKK", "x"), "kreditnota");
        refused(order("INV-1", SLIP, 100, "EUR", "x"), "kun betales i kroner");
        refused(order("INV-1", ACCOUNT, 100, "kr", "x"), "Valutaen");
        refused(order("INV-1", Iban.of("BR1800360305000010009795493C1"), 100, "EUR", "x"), "BIC (SWIFT) mangler");
        refused(new PaymentOrder("INV-1", " ", "DK", ACCOUNT, 100, "DKK", "x"), "navn mangler");
        assertThatThrownBy(
                        () -> PaymentFile.pain001(batch(new NemKonto(""), List.of(order("A", ACCOUNT, 1, "DKK", "x")))))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining("Klyngens egen konto");
        assertThatThrownBy(PaymentFileTest::file).isInstanceOf(FormRefused.class);
    }

    @Test
    void refusesOurOwnMistakes() {
        assertThatThrownBy(() -> file(order("A", ACCOUNT, 1, "DKK", "x"), order("A", SLIP, 1, "DKK", "x")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("twice");
        assertThatThrownBy(() -> file(order("a b", ACCOUNT, 1, "DKK", "x"))).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> PainSchema.valid(
                        "<Document xmlns=\"urn:iso:std:iso:20022:tech:xsd:pain.001.001.09\"><Other/></Document>"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("not valid");
    }

    @Test
    void isValidWhateverTheTextsAre() {
        Random random = new Random(99);
        for (int i = 0; i < 60; i++) {
            StringBuilder text = new StringBuilder("F");
            for (int c = random.nextInt(300); c > 0; c--) {
                text.appendCodePoint(
                        random.nextInt(4) == 0
                                ? random.nextInt(0xD7FF)
                                : " <>&\"'/æøåÉ€;\t\nabc".charAt(random.nextInt(18)));
            }
            PaymentTarget target = List.of(SLIP, ACCOUNT, GERMAN).get(i % 3);
            String currency = i % 3 == 2 ? "EUR" : "DKK";
            assertThat(PaymentFile.pain001(batch(
                            ACCOUNT,
                            List.of(new PaymentOrder(
                                    "A", text.toString(), "DK", target, 1, currency, text.toString())))))
                    .isNotEmpty();
        }
    }

    @Test
    void keepsToTheCharactersOfBanks() {
        assertThat(PaymentCharacters.danish("Smørrebrød & Æbler – «tilbud» 100 %", 70))
                .isEqualTo("Smørrebrød & Æbler - tilbud 100 pct.");
        assertThat(PaymentCharacters.international("Smørrebrød & Æbler – Malmö Żabka", 70))
                .isEqualTo("Smoerrebroed + Aebler - Malmoe Zabka");
        assertThat(PaymentCharacters.danish("//a//b/", 70)).isEqualTo("a/b");
        assertThat(PaymentCharacters.danish("abc def", 4)).isEqualTo("abc");
        assertThat(PaymentCharacters.danish("日本\u0000", 70)).isEmpty();
    }

    private static void refused(PaymentOrder order, String part) {
        assertThat(String.join(" ", PaymentFile.faults(order))).contains(part);
        assertThatThrownBy(() -> file(order)).isInstanceOf(FormRefused.class).hasMessageContaining(part);
    }

    private static PaymentOrder order(String id, PaymentTarget target, long minor, String currency, String message) {
        return new PaymentOrder(id, "Bager Sørensen ApS", "DK", target, minor, currency, message);
    }

    private static byte[] file(PaymentOrder... orders) {
        return PaymentFile.pain001(batch(Iban.of("DK5000400440116243"), List.of(orders)));
    }

    private static PaymentBatch batch(PaymentTarget from, List<PaymentOrder> orders) {
        return new PaymentBatch(
                "nordklyngen-2026-09-07-1",
                Instant.parse("2026-09-07T06:00:00.123Z"),
                "Klynge Nord",
                "12345678",
                from,
                "",
                LocalDate.of(2026, 9, 10),
                orders);
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }

    private static MxPain00100109 read(byte[] file) {
        return MxPain00100109.parse(text(file));
    }
}
