package dk.klyngeflow.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.engine.FormRefused;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentTargetTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "+71<026840149965328+81234567<|+71<026840149965328+81234567<",
                "+71< 026840149965328 +81234567<|+71<026840149965328+81234567<",
                ">71<026840149965328+81234567<|+71<026840149965328+81234567<",
                "71<026840149965328+81234567|+71<026840149965328+81234567<",
                "+71<26840149965328+81234567<|+71<026840149965328+81234567<",
                "+71&lt;026840149965328+81234567&lt;|+71<026840149965328+81234567<",
                "Kortart 71 026840149965328 81234567|+71<026840149965328+81234567<",
                "71/026840149965328/81234567|+71<026840149965328+81234567<",
                "+73< +81234567<|+73<+81234567<",
                "+73<+81234567<|+73<+81234567<",
                "73 81234567|+73<+81234567<",
                "+04<1234567890123452+1234567<|+04<1234567890123452+1234567<",
                "+01<+1234567<|+01<+1234567<",
                "+15<1234567890123452+12345678<|+15<1234567890123452+12345678<",
                "+75<1234567890123452+81234567<|+75<1234567890123452+81234567<",
                "1234 1234567890|1234 1234567890",
                "1234-12345678|1234 0012345678",
                "Reg.nr. 1234 Konto 12345678|1234 0012345678",
                "reg 1234, kontonr. 12345678|1234 0012345678",
                "12341234567890|1234 1234567890",
                "DK5000400440116243|DK50 0040 0440 1162 43",
                "dk50 0040 0440 1162 43|DK50 0040 0440 1162 43",
                "IBAN: DE89 3704 0044 0532 0130 00|DE89 3704 0044 0532 0130 00",
            })
    void readsWhatPeopleType(String typed, String label) {
        PaymentTarget target = PaymentTarget.typed(typed);
        assertThat(target.label()).isEqualTo(label);
        assertThat(target.faults()).isEmpty();
        assertThat(target.transferable()).isTrue();
        assertThat(PaymentTarget.ofKey(target.key())).isEqualTo(target);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "+71<026840149965329+81234567<|kontrolciffer stemmer ikke",
                "+71<062840149965328+81234567<|kontrolciffer stemmer ikke",
                "+71<+81234567<|skal have 15 cifre",
                "+71<026840149965328+8123456<|otte cifre",
                "+73<123+81234567<|ingen betalings-id",
                "+04<1234567890123452+123456<|syv eller otte",
                "+75<1234567890123453+81234567<|kontrolciffer",
                "DK5100400440116243|kontrolcifre",
                "DK500040044011624|længde",
                "XX5000400440116243|land",
                "0000 1234567890|Registreringsnummeret",
                "1234 0000000000|Kontonummeret",
                "1234 12345678901|Kontonummeret",
                "hej|Skriv kodelinjen",
                "120390-1234|Skriv kodelinjen",
                "81234567|Skriv kodelinjen",
                "+76<123+81234567<|Skriv kodelinjen",
            })
    void refusesInDanish(String typed, String part) {
        assertThatThrownBy(() -> PaymentTarget.typed(typed))
                .isInstanceOf(FormRefused.class)
                .hasMessageContaining(part)
                .message()
                .doesNotContain("120390");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "KONTO:1", "KORT:99:1:2", "IBAN", "INGEN"})
    void knowsItsOwnKeysOnly(String key) {
        assertThatThrownBy(() -> PaymentTarget.ofKey(key)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void findsEverySingleWrongDigitInAPaymentId() {
        Random random = new Random(4711);
        for (int i = 0; i < 2_000; i++) {
            String payload = String.format("%014d", random.nextLong(100_000_000_000_000L));
            String id = payload + Modulus10.checkDigit(payload);
            assertThat(Modulus10.isRight(id)).isTrue();
            int place = random.nextInt(15);
            char wrong = (char) ('0' + (id.charAt(place) - '0' + 1 + random.nextInt(9)) % 10);
            assertThat(Modulus10.isRight(id.substring(0, place) + wrong + id.substring(place + 1)))
                    .isFalse();
        }
        assertThat(Modulus10.checkDigit("02684014996532")).isEqualTo('8');
    }

    @Test
    void derivesTheIbanOfADanishAccount() {
        DanishAccount account = new DanishAccount("0040", "0440116243");
        assertThat(account.iban()).isEqualTo(Iban.of("DK50 0040 0440 1162 43"));
        assertThat(account.iban().danishAccount()).contains(account);
        assertThat(new DanishAccount("1234", "12345").key()).isEqualTo(new DanishAccount("1234", "0000012345").key());
        Random random = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            DanishAccount any = new DanishAccount(
                    String.format("%04d", 1 + random.nextInt(9999)),
                    Long.toString(1 + random.nextLong(9_999_999_999L)));
            assertThat(any.iban().faults()).isEmpty();
            assertThat(any.iban().danishAccount().orElseThrow().key()).isEqualTo(any.key());
        }
    }

    @Test
    void saysWhatWasChecked() {
        assertThat(new DanishAccount("1234", "12345678").checkedInDanish()).contains("ikke et kontrolciffer");
        assertThat(PaymentTarget.typed("+73<+81234567<").checkedInDanish()).contains("intet kontrolciffer");
        assertThat(PaymentTarget.typed("+71<026840149965328+81234567<").checkedInDanish())
                .isEqualTo("Kontrolcifrene stemmer.");
    }

    @Test
    void takesFikAsOioublAndPeppolStateIt() {
        PaymentTarget expected = PaymentTarget.typed("+71<026840149965328+81234567<");
        assertThat(stated("93", "", "", "", "71", "026840149965328", "81234567"))
                .isEqualTo(expected);
        assertThat(stated("93", "", "81234567", "", "71", "026840149965328", ""))
                .isEqualTo(expected);
        assertThat(stated("93", "", "81234567", "", "71#026840149965328", "", ""))
                .isEqualTo(expected);
        assertThat(stated("93", "", "", "", "", "+71<026840149965328+81234567<", ""))
                .isEqualTo(expected);
        assertThat(stated("93", "", "81234567", "", "73#", "", "").label()).isEqualTo("+73<+81234567<");
        assertThat(stated("50", "", "1234567", "", "01", "4711", "").label()).isEqualTo("+01<+1234567<");
        assertThat(stated("50", "", "1234567", "", "04#1234567890123452", "", "")
                        .label())
                .isEqualTo("+04<1234567890123452+1234567<");
        assertThat(stated("93", "", "81234567", "", "71", "026840149965329", "").faults())
                .containsExactly("Betalings-id’ens kontrolciffer stemmer ikke. Et ciffer er nok skrevet forkert.");
    }

    @Test
    void takesAccountsAsStated() {
        assertThat(stated("42", "1234", "1234567890", "", "", "", ""))
                .isEqualTo(new DanishAccount("1234", "1234567890"));
        assertThat(stated("30", "", "NL57 RABO 0107307511", "", "", "", "").transferable())
                .isFalse();
        assertThat(stated("30", "", "NL91 ABNA 0417 1643 00", "", "", "", "")).isEqualTo(Iban.of("NL91ABNA0417164300"));
        assertThat(stated("58", "", "", "DE89370400440532013000", "", "", "").transferable())
                .isTrue();
        assertThat(stated("31", "", "12341234567890", "", "", "", ""))
                .isEqualTo(new DanishAccount("1234", "1234567890"));
        assertThat(stated("30", "", "IBAN32423940", "", "", "", "").faults()).isNotEmpty();
        assertThat(new PaymentInstruction("30", "", "", "DE89370400440532013000", "BIC324098", PaymentInstruction.Slip.NONE, "").target())
                .as("what is no BIC is left out")
                .isEqualTo(Iban.of("DE89370400440532013000"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "48|Betalingskort",
                "54|Betalingskort",
                "10|Kontant",
                "20|Check",
                "49|Trækkes automatisk",
                "59|Trækkes automatisk",
                "1|Ikke oplyst",
                "''|Ikke oplyst",
                "30|Ukendt betalingsmåde",
                "ZZZ|Ukendt betalingsmåde",
                "97|NemKonto for CVR 12345678"
            })
    void saysWhyNothingIsTransferred(String code, String label) {
        PaymentTarget target = new PaymentInstruction(code, "", "", "", "", PaymentInstruction.Slip.NONE, "12345678").target();
        assertThat(target.label()).isEqualTo(label);
        assertThat(target.transferable()).isFalse();
        assertThat(target.faults()).allSatisfy(sentence -> assertThat(sentence).endsWith("."));
        assertThat(PaymentTarget.ofKey(target.key())).isEqualTo(target);
    }

    @Test
    void keepsNoCprNumberForNemKonto() {
        assertThat(new NemKonto("0101701234").key()).isEqualTo("NEMKONTO:");
    }

    @Test
    void comparesTargetsByKey() {
        assertThat(List.of(
                        PaymentTarget.typed("1234 12345678").key(),
                        PaymentTarget.typed("+71<026840149965328+81234567<").key(),
                        PaymentTarget.typed("DK5000400440116243").key()))
                .containsExactly(
                        "KONTO:1234:0012345678", "KORT:71:026840149965328:81234567", "IBAN:DK5000400440116243");
    }

    private static PaymentTarget stated(
            String code,
            String registration,
            String account,
            String iban,
            String cardType,
            String id,
            String creditor) {
        return PaymentTarget.of(
                new PaymentInstruction(code, registration, account, iban, "", new PaymentInstruction.Slip(cardType, id, creditor), ""));
    }
}
