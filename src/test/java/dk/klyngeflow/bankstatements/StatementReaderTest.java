package dk.klyngeflow.bankstatements;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import dk.klyngeflow.security.Refused;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementReaderTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);
    private static final Period NO_PERIOD = new Period(null, null);

    @ParameterizedTest
    @CsvSource({
        BankFiles.DANSKE + ",danske-bank,''",
        BankFiles.NORDEA + ",nordea,6297395627",
        BankFiles.CAMT + ",camt.053," + BankFiles.IBAN
    })
    void theThreeFilesAreTheSameYear(String file, String profile, String account) {
        JsonNode expected = BankFiles.expected();

        ReadFile read = StatementReader.read(BankFiles.bytes(file), null);

        assertThat(read.profile()).isEqualTo(profile);
        assertThat(read.problems()).isEmpty();
        ReadFile.Statement statement = read.statements().get(0);
        assertThat(statement.account()).isEqualTo(account);
        assertThat(statement.currency()).isEqualTo("DKK");
        assertThat(statement.openingOere()).isEqualTo(expected.get("opening").longValue());
        assertThat(statement.closingOere()).isEqualTo(expected.get("closing").longValue());
        assertThat(statement.lines()).hasSize(expected.get("lines").size());
        for (int i = 0; i < statement.lines().size(); i++) {
            JsonNode right = expected.get("lines").get(i);
            ReadFile.Line line = statement.lines().get(i);
            assertThat(line.day()).isEqualTo(right.get("booked").textValue());
            assertThat(line.amountOere()).isEqualTo(right.get("oere").longValue());
            assertThat(line.balanceOere()).isEqualTo(right.get("balance").longValue());
            assertThat(line.text()).isEqualTo(right.get("text").textValue());
        }
    }

    @Test
    void camtGivesTheIdsBackThatWeGaveAndTheDayOfInterest() {
        List<ReadFile.Line> lines = StatementReader.read(BankFiles.bytes(BankFiles.CAMT), null)
                .statements()
                .get(0)
                .lines();

        assertThat(lines)
                .extracting(ReadFile.Line::reference)
                .containsExactly(
                        "KF-2026-0001",
                        "",
                        "KF-2026-0002",
                        "KF-2026-0003-1, KF-2026-0003-2",
                        "KF-2026-0004",
                        "KF-2026-0005",
                        "KF-2026-0006",
                        "KF-2026-0007",
                        "",
                        "",
                        "");
        assertThat(lines.get(3).parts()).extracting(ReadFile.Part::amountOere).containsExactly(-623550L, -150000L);
        assertThat(lines.get(8).valueDay()).isEqualTo("2027-01-01");
    }

    @Test
    void aBalanceThatDoesNotFollowIsSaidByItsLine() {
        ReadFile read = StatementReader.read(BankFiles.bytes(BankFiles.ERHVERV), null);

        assertThat(read.profile()).isEqualTo("nordea-erhverv");
        assertThat(read.problems()).extracting(ReadFile.Problem::line).containsExactly(7);
        assertThat(read.problems().get(0).message())
                .contains("Linje 7")
                .contains("35.112,71")
                .contains("linje 6");
        List<ReadFile.Line> lines = read.statements().get(0).lines();
        assertThat(lines)
                .extracting(ReadFile.Line::amountOere)
                .containsExactly(10400L, -8050L, -10400L, -20000L, -1500L, -203248L);
        assertThat(lines.get(0).text()).isEqualTo("Dankort-nota ÆØÅ;Blomsterbergs 37789");
    }

    @Test
    void balancesInFourCurrenciesAreRefusedWhole() {
        refused(BankFiles.bytes(BankFiles.FOREIGN), "EUR", "SEK", "intet er gemt");
    }

    @ParameterizedTest
    @ValueSource(strings = {"02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12", "13"})
    void camtOfEveryVersionIsReadByLocalNames(String version) {
        String file = camt().replace("camt.053.001.02", "camt.053.001." + version);
        if (version.compareTo("04") >= 0) {
            file = file.replace("<Sts>BOOK</Sts>", "<Sts><Cd>BOOK</Cd></Sts>")
                    .replaceAll("<Cdtr><Nm>([^<]*)</Nm></Cdtr>", "<Cdtr><Pty><Nm>$1</Nm></Pty></Cdtr>");
        }
        String prefixed = file.replaceAll("<(/?)(?!\\?)", "<$1c:").replace("xmlns=", "xmlns:c=");

        ReadFile plain = StatementReader.read(file.getBytes(UTF_8), null);
        assertThat(plain.statements().get(0).closingOere()).isEqualTo(15599669L);
        assertThat(StatementReader.read(prefixed.getBytes(UTF_8), null)).isEqualTo(plain);
    }

    @Test
    void whatEndsBeforeItBeginsIsRefused() {
        String reversed = camt().replaceFirst("<FrToDt>.*?</FrToDt>", "")
                .replaceFirst(
                        "(?s)<Stmt>(.*?)<Acct>", "<Stmt>$1<FrToDt><FrDtTm>2027-02-01T00:00:00</FrDtTm></FrToDt><Acct>");
        refused(reversed.getBytes(UTF_8), "slutter, før det begynder");
    }

    @Test
    void blanksBeforeQuotes_aSoleQuoteAndABlankLineAreNoHindrance() {
        String file = "\r\n \"Dato\"; \"Tekst\"; \"Beløb\"; \"Saldo\"\r\n"
                + " \"01-02-2026\"; \"Kaffe; kage\"; \"-100,00\"; \"900,00\"\r\n"
                + "02-02-2026;Rør 12\" sort;-100,00;800,00\r\n";
        List<ReadFile.Line> lines = StatementReader.read(file.getBytes(UTF_8), null)
                .statements()
                .get(0)
                .lines();
        assertThat(lines).extracting(ReadFile.Line::text).containsExactly("Kaffe; kage", "Rør 12\" sort");
    }

    @Test
    void aLineThatNamesNoAccountIsOfTheOnlyOne() {
        String file = "Bogføringsdato;Beløb;Afsender;Modtager;Navn;Beskrivelse;Saldo;Valuta;Afstemt;\r\n"
                + "2026/02/03;-10,00;6297395627;;;Gebyr;880,00;DKK;;\r\n"
                + "2026/02/02;-10,00;;;;Rentekorrektion;890,00;DKK;;\r\n"
                + "2026/02/01;-100,00;6297395627;;;Kaffe;900,00;DKK;;\r\n";
        ReadFile read = StatementReader.read(file.getBytes(UTF_8), null);
        assertThat(read.statements()).hasSize(1);
        assertThat(read.statements().get(0).lines())
                .extracting(ReadFile.Line::text)
                .containsExactly("Kaffe", "Rentekorrektion", "Gebyr");
        assertThat(read.problems()).isEmpty();
    }

    @Test
    void aWrittenCprNumberIsNotRepeated() {
        byte[] file = "Patient;010190-1234\r\nx;y\r\n".getBytes(UTF_8);
        assertThatThrownBy(() -> StatementReader.read(file, null))
                .isInstanceOf(Refused.class)
                .message()
                .doesNotContain("010190-1234");
    }

    @Test
    void otherMessagesAreRefusedWithTheNameOfTheRightFile() {
        refused(camt().replace("camt.053", "camt.052").getBytes(UTF_8), "camt.052", "camt.053");
        refused(camt().replace("camt.053", "camt.054").getBytes(UTF_8), "camt.054", "camt.053");
        refused(camt().replace("camt.053.001.02", "pain.001.001.03").getBytes(UTF_8), "pain.001", "camt.053");
        refused(camt().replace("001.02", "001.01").getBytes(UTF_8), "02 til 13");
        refused("<a/>".getBytes(UTF_8), "camt.053");
    }

    @Test
    void theBalanceDecidesWhichWayAReversalGoes() {
        String reversal = "<Amt Ccy=\"DKK\">3.18</Amt><CdtDbtInd>CRDT</CdtDbtInd>";
        String marked = camt().replace(
                        reversal, "<Amt Ccy=\"DKK\">3.18</Amt><CdtDbtInd>CRDT</CdtDbtInd><RvslInd>true</RvslInd>");
        String other = camt().replace(
                        reversal, "<Amt Ccy=\"DKK\">3.18</Amt><CdtDbtInd>DBIT</CdtDbtInd><RvslInd>true</RvslInd>");

        for (String file : List.of(marked, other)) {
            assertThat(StatementReader.read(file.getBytes(UTF_8), null)
                            .statements()
                            .get(0)
                            .lines()
                            .get(8)
                            .amountOere())
                    .isEqualTo(318);
        }
    }

    @Test
    void aStatementThatStandsInTheFileTwiceIsOne() {
        String once = camt();
        String statement = once.substring(once.indexOf("<Stmt>"), once.indexOf("</Stmt>") + "</Stmt>".length());

        List<ReadFile.Statement> read = StatementReader.read(
                        once.replace(statement, statement + statement).getBytes(UTF_8), null)
                .statements();

        assertThat(read)
                .isEqualTo(StatementReader.read(once.getBytes(UTF_8), null).statements())
                .hasSize(1);
    }

    @Test
    void anOpeningMayBeTheLastClosingButAnInterimBalanceIsNoClosing() {
        assertThat(StatementReader.read(camt().replace("OPBD", "PRCD").getBytes(UTF_8), null)
                        .statements()
                        .get(0)
                        .openingOere())
                .isEqualTo(4125075L);
        refused(camt().replace("CLBD", "ITBD").getBytes(UTF_8), "slutsaldo");
        refused(camt().replace("CLBD", "CLAV").getBytes(UTF_8), "slutsaldo");
        refused(camt().replace("OPBD", "OPAV").getBytes(UTF_8), "startsaldo");
    }

    @Test
    void aMomentIsTheDayItIsInCopenhagen() {
        String late = camt().replace(
                        "<BookgDt><Dt>2026-01-05</Dt></BookgDt>",
                        "<BookgDt><DtTm>2026-01-05T23:30:00Z</DtTm></BookgDt>");
        String zoned = camt().replace(
                        "<BookgDt><Dt>2026-01-05</Dt></BookgDt>", "<BookgDt><Dt>2026-01-05+01:00</Dt></BookgDt>");

        assertThat(firstDay(late)).isEqualTo("2026-01-06");
        assertThat(firstDay(zoned)).isEqualTo("2026-01-05");
    }

    @Test
    void pendingEntriesAreNoLinesAndDetailsNeedNoAmounts() {
        String pending = camt().replace("<NtryRef>11</NtryRef>", "<!-- --><NtryRef>11</NtryRef>")
                .replaceAll("(?s)(<Ntry><!-- -->.*?)<Sts>BOOK</Sts>", "$1<Sts>PDNG</Sts>")
                .replace("155996.69", "156027.94");
        assertThat(StatementReader.read(pending.getBytes(UTF_8), null)
                        .statements()
                        .get(0)
                        .lines())
                .hasSize(10);

        String bare = camt().replaceAll("<AmtDtls>.*?</AmtDtls>", "");
        assertThat(StatementReader.read(bare.getBytes(UTF_8), null)
                        .statements()
                        .get(0)
                        .lines()
                        .get(3)
                        .parts())
                .extracting(ReadFile.Part::amountOere)
                .containsExactly(null, null);
    }

    @Test
    void balancesThatDoNotAddUpAreRefusedWithTheDifference() {
        Throwable typed = catchThrowable(
                () -> TypedStatement.read("1.000,00", "985,00", "1/12/2026; Gebyr; -10,00", NO_PERIOD, TODAY));
        assertThat(typed).isInstanceOf(Refused.class).hasMessageContaining("5,00");
        assertThat(((Refused) typed).extra()).containsEntry("differenceOere", 500L);

        Throwable camt = catchThrowable(() ->
                StatementReader.read(camt().replace("155996.69", "155991.69").getBytes(UTF_8), null));
        assertThat(((Refused) camt).status()).isEqualTo(422);
        assertThat(((Refused) camt).extra()).containsEntry("differenceOere", 500L);
    }

    @Test
    void aTypedStatementIsRead() {
        ReadFile read = TypedStatement.read(
                "1.000,00",
                "990,00",
                "1/12/2026; Gebyr til 010203-1234; -15,00\n\n2.12.2026;Rente;5,00",
                NO_PERIOD,
                TODAY);

        assertThat(read.statements().get(0).lines())
                .extracting(ReadFile.Line::text)
                .containsExactly("Gebyr til xxxxxx-xxxx", "Rente");
        assertThat(read.statements().get(0).lines().get(0).balanceOere()).isEqualTo(98500L);
        assertThatThrownBy(() -> TypedStatement.read("1", "2", "i går; x; 1,00", NO_PERIOD, TODAY))
                .hasMessageContaining("Linje 1");
        assertThatThrownBy(() -> TypedStatement.read("1", "2", "1/12/2026; x", NO_PERIOD, TODAY))
                .hasMessageContaining("semikolon");
    }

    @Test
    void linesPastedFromABanksFileAreReadAsItWroteThem() {
        ReadFile read = TypedStatement.read(
                "1.000,00",
                "970,00",
                "\"1/12/2026\";\"Kaffe; te\";\"-15,00\"\n1/12/2026; \"Kage; is\"; -10,00\n2/12/2026; 17\" skærm; -5,00",
                NO_PERIOD,
                TODAY);

        assertThat(read.statements().get(0).lines())
                .extracting(ReadFile.Line::text)
                .containsExactly("Kaffe; te", "Kage; is", "17\" skærm");
        assertThatThrownBy(() -> TypedStatement.read("1", "2", "1/12/2026;\"Kaffe;1,00", NO_PERIOD, TODAY))
                .hasMessageContaining("Linje 1")
                .hasMessageContaining("semikolon");
    }

    @Test
    void aPeriodThatAPersonSaysIsTheOneOfTheFile_andMustHoldItsLines() {
        byte[] file = "Dato;Tekst;Beløb;Saldo\n16-10-2026;Gebyr;-10,00;990,00\n".getBytes(UTF_8);
        ReadFile.Statement alone =
                NO_PERIOD.of(StatementReader.read(file, null)).statements().get(0);
        assertThat(List.of(alone.from(), alone.to()))
                .containsExactly(LocalDate.of(2026, 10, 16), LocalDate.of(2026, 10, 16));
        ReadFile.Statement october = Period.read("1.10.2026", "31.10.2026", TODAY)
                .of(StatementReader.read(file, null))
                .statements()
                .get(0);
        assertThat(List.of(october.from(), october.to()))
                .containsExactly(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31));
        assertThatThrownBy(() -> Period.read("17.10.2026", "31.10.2026", TODAY).of(StatementReader.read(file, null)))
                .hasMessageContaining("linje fra 16.10.2026")
                .hasMessageContaining("17.10.2026–31.10.2026");
        assertThatThrownBy(() -> Period.read("1.10.2026", "", TODAY)).hasMessageContaining("både");
        assertThatThrownBy(() -> Period.read("1.10.2026", "29.11.2026", TODAY)).hasMessageContaining("før i dag");
        assertThatThrownBy(() -> Period.read("i går", "1.11.2026", TODAY)).hasMessageContaining("Fra");
        assertThatThrownBy(() -> Period.read("2.11.2026", "1.11.2026", TODAY)).hasMessageContaining("før den begynder");
    }

    @Test
    void aMonthInWhichNothingHappenedCanBeTyped() {
        Period october = Period.read("1.10.2026", "31.10.2026", TODAY);
        ReadFile.Statement typed = TypedStatement.read("10,00", "10,00", "", october, TODAY)
                .statements()
                .get(0);
        assertThat(typed.lines()).isEmpty();
        assertThat(typed.to()).isEqualTo("2026-10-31");
        assertThatThrownBy(() -> TypedStatement.read("10,00", "10,00", "", NO_PERIOD, TODAY))
                .hasMessageContaining("mindst én linje");
        assertThatThrownBy(() -> TypedStatement.read("10,00", "11,00", "", october, TODAY))
                .hasMessageContaining("går ikke op");
    }

    @Test
    void aProfileIsNeverGuessed() {
        refused(
                "Dato;Tekst;Beløb;Balance\n1-1-2026;x;1;1\n".getBytes(UTF_8),
                "passer ikke",
                "Danske Bank",
                "Nordea",
                "camt.053");
        refused("Dato;Tekst;Beløb;Saldo\n01.02.2026;x;1,00;1,00\n".getBytes(UTF_8), "Linje 2", "dd-mm-åååå");
        refused("Dato;Tekst;Beløb;Saldo\n01-02-2026;x;1.50;1.50\n".getBytes(UTF_8), "Linje 2", "komma");
        refused("Dato;Tekst;Beløb;Saldo\n31-02-2026;x;1,50;1,50\n".getBytes(UTF_8), "Linje 2");
        byte[] points = "Dato;Tekst;Beløb;Saldo\n01-02-2026;x;1.50;1,234.50\n".getBytes(UTF_8);
        assertThat(StatementReader.read(points, "dato-tekst-punktum")
                        .statements()
                        .get(0)
                        .closingOere())
                .isEqualTo(123450L);
        assertThatThrownBy(() -> StatementReader.read(points, "danske-bank")).hasMessageContaining("valgte format");
        assertThatThrownBy(() -> StatementReader.read(points, "min-bank")).hasMessageContaining("kendes ikke");
    }

    @ParameterizedTest
    @CsvSource({
        "'1.234,50-',-123450",
        "'-1.234,50 kr.',-123450",
        "'1.234,50- DKK',-123450",
        "'\u22121 234,50',-123450",
        "'+1234,5',123450",
        "'0,00',0"
    })
    void anAmountMayBeWrittenInManyWays(String written, long oere) {
        byte[] file = ("Dato;Tekst;Beløb;Saldo\n01-02-2026;x;" + written + ";10.000,00\n").getBytes(UTF_8);
        assertThat(StatementReader.read(file, null).statements().get(0).lines())
                .extracting(ReadFile.Line::amountOere)
                .containsExactly(oere);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-1,00-", "+1,00-", "1,00--", "kr.", "-", "1.23,45", "1,234.50", "99.999.999.999.999.999,00"})
    void whatIsNoAmountIsRefusedByItsLine(String written) {
        refused(
                ("Dato;Tekst;Beløb;Saldo\n01-02-2026;x;" + written + ";10.000,00\n").getBytes(UTF_8),
                "Linje 2",
                "ikke et beløb");
    }

    @Test
    void aTableOfExcelInUnicodeIsReadAndAMessageShowsWhatTheFileSays() {
        byte[] unicode = "Dato;Tekst;Beløb;Saldo\r\n01-02-2026;Rør;-1,50;8,50\r\n".getBytes(UTF_16);
        assertThat(StatementReader.read(unicode, null).statements().get(0).lines())
                .extracting(ReadFile.Line::text)
                .containsExactly("Rør");
        refused("Dato,Tekst,Beløb,Saldo\n01-02-2026,x,1,1\n".getBytes(UTF_8), "„Dato,Tekst,Beløb,Saldo“");
    }

    @Test
    void otherBanksAreReadAsTheyDeclare() {
        byte[] repeated =
                "\"Dato\";\"Tekst\";\"Beløb\";\"Saldo\"\n\"01-02-2026\";\"a\";\"1,00\";\"1,00\"\nDato;Tekst;Beløb;Saldo\n02-02-2026;  b;-1.000,00;-999,00;\n"
                        .getBytes(ISO_8859_1);
        ReadFile read = StatementReader.read(repeated, null);
        assertThat(read.problems()).isEmpty();
        assertThat(read.statements().get(0).lines())
                .extracting(ReadFile.Line::text)
                .containsExactly("a", "b");

        byte[] several =
                "Dato;Tekst;Beløb;Saldo;Afstemt;Kontonummer;Kontonavn;Hovedkategori;Kategori;Kommentar\n02.01.2026;a;1,00;1,00;;111;x;;;\n01.01.2026;b;2,00;2,00;;222;y;;;\n"
                        .getBytes(UTF_8);
        assertThat(StatementReader.read(several, null).statements())
                .extracting(ReadFile.Statement::account)
                .containsExactly("111", "222");

        byte[] lunar = "Date, Description, Amount, Balance\n2026-01-02, Kaffe, -12.50, 87.50\n".getBytes(UTF_8);
        assertThat(StatementReader.read(lunar, null).statements().get(0).openingOere())
                .isEqualTo(10000L);
        byte[] bare = "Date,Text,Amount,Currency\n2026-01-02,Kaffe,-12.50,EUR\n".getBytes(UTF_8);
        assertThat(StatementReader.read(bare, null).statements().get(0).currency())
                .isEqualTo("EUR");
        assertThat(StatementReader.read(bare, null).statements().get(0).openingOere())
                .isNull();
    }

    @Test
    void oldestFirstIsKeptAndWhatIsMissingInBetweenIsSaid() {
        byte[] file = "Dato;Tekst;Beløb;Saldo\n01-02-2026;a;1,00;1,00\n02-02-2026;b;1,00;3,00\n".getBytes(UTF_8);
        ReadFile read = StatementReader.read(file, null);
        assertThat(read.problems()).extracting(ReadFile.Problem::line).containsExactly(3);
        assertThat(read.statements().get(0).lines())
                .extracting(ReadFile.Line::text)
                .containsExactly("a", "b");
    }

    @Test
    void aWrittenCprIsMaskedAndAnAccountIsNot() {
        byte[] file = "Dato;Tekst;Beløb;Saldo\n01-02-2026;Til 010203-1234 fra 0102031234;1,00;1,00\n".getBytes(UTF_8);
        assertThat(StatementReader.read(file, null)
                        .statements()
                        .get(0)
                        .lines()
                        .get(0)
                        .text())
                .isEqualTo("Til xxxxxx-xxxx fra 0102031234");
    }

    @Test
    void whatIsNoStatementIsRefused() {
        refused(new byte[0], "tom");
        refused("%PDF-1.7".getBytes(UTF_8), "PDF");
        refused("PK\u0003\u0004".getBytes(UTF_8), "regneark");
        refused(new String(BankFiles.bytes(BankFiles.DANSKE), UTF_8).getBytes(UTF_16LE), "passer ikke");
        refused("Dato;Tekst;Beløb;Saldo\n".getBytes(UTF_8), "ingen bogførte linjer");
        refused(
                ("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>" + camt().substring(38)).getBytes(UTF_8),
                "dokumenttype");
        refused(("<a>".repeat(100) + "</a>".repeat(100)).getBytes(UTF_8), "dyb");
        refused(("<a>" + "x".repeat(20_000) + "</a>").getBytes(UTF_8), "tekst");
        refused(("Dato;Tekst;Beløb;Saldo\n" + "01-02-2026;a;1,00;1,00\n".repeat(20_001)).getBytes(UTF_8), "20.000");
        refused("Dato;Tekst;Beløb;Saldo\n01-02-2026;a\u0000b;1,00;1,00\n".getBytes(UTF_8), "tegn");
    }

    /** Cut anywhere: a refusal in Danish, or a shorter file that is whole as far as anybody can tell. */
    @ParameterizedTest
    @ValueSource(strings = {BankFiles.DANSKE, BankFiles.NORDEA, BankFiles.CAMT, BankFiles.ERHVERV})
    void cutFilesAreRefusedOrShorter(String name) {
        byte[] file = BankFiles.bytes(name);
        int all = StatementReader.read(file, null).statements().get(0).lines().size();
        for (int length = 0; length < file.length - 20; length += 3) {
            byte[] cut = Arrays.copyOf(file, length);
            Throwable thrown = catchThrowable(() -> StatementReader.read(cut, null));
            if (thrown == null) {
                assertThat(name).endsWith("csv");
                assertThat(StatementReader.read(cut, null)
                                .statements()
                                .get(0)
                                .lines()
                                .size())
                        .isLessThanOrEqualTo(all);
            } else {
                assertThat(thrown).isInstanceOf(Refused.class);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {BankFiles.DANSKE, BankFiles.NORDEA, BankFiles.CAMT, BankFiles.ERHVERV, BankFiles.FOREIGN})
    void garbledFilesAreReadOrRefusedAndNeverAFault(String name) {
        byte[] file = BankFiles.bytes(name);
        Random random = new Random(20261129);
        IntStream.range(0, 1_500).forEach(round -> {
            byte[] garbled = file.clone();
            for (int i = 0; i <= random.nextInt(4); i++) {
                garbled[random.nextInt(garbled.length)] = (byte) random.nextInt(256);
            }
            Throwable thrown = catchThrowable(() -> StatementReader.read(garbled, null));
            if (thrown != null) {
                assertThat(thrown).isInstanceOf(Refused.class);
                assertThat(((Refused) thrown).status()).isEqualTo(422);
                assertThat(thrown.getMessage()).doesNotContain("Exception").endsWith(".");
            }
        });
    }

    private static String camt() {
        return new String(BankFiles.bytes(BankFiles.CAMT), UTF_8);
    }

    private static LocalDate firstDay(String file) {
        return StatementReader.read(file.getBytes(UTF_8), null)
                .statements()
                .get(0)
                .lines()
                .get(0)
                .day();
    }

    private static void refused(byte[] file, String... saying) {
        Throwable thrown = catchThrowable(() -> StatementReader.read(file, null));
        assertThat(thrown).isInstanceOf(Refused.class);
        assertThat(((Refused) thrown).status()).isEqualTo(422);
        assertThat(thrown.getMessage()).contains(saying);
    }
}
