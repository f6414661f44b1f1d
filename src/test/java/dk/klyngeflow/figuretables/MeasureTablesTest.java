package dk.klyngeflow.figuretables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.klyngeflow.figuretables.TableReading.Asked;
import dk.klyngeflow.figuretables.TableReading.ReadRow;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The thirty ways in which people have their tables, each read to its figures or refused with what to do. */
class MeasureTablesTest {

    private static final Set<String> OWN = Set.of("002210", "002211", "002212", "099999");
    private static final String HEAD = "Ydernummer;Måling;Periode;Tæller;Nævner\r\n";
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    // ---- 1-3: letters ----

    @Test
    void lettersOfEveryUsualEncodingAreRead() {
        String table = HEAD + "002210;Høj dosis;2026K1;41;160\r\n";
        for (byte[] content : List.of(
                table.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + table).getBytes(StandardCharsets.UTF_8),
                table.getBytes(WINDOWS),
                ("\uFEFF" + table.replace(';', '\t')).getBytes(StandardCharsets.UTF_16LE),
                ("\uFEFF" + table).getBytes(StandardCharsets.UTF_16BE),
                table.getBytes(StandardCharsets.UTF_16LE))) {
            assertThat(figures(read(content))).containsExactly("002210 Høj dosis 2026K1 41/160");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-MacRoman", "IBM850"})
    void brokenLettersAreRefused(String charset) {
        assertThat(refused((HEAD + "002210;Høj dosis;2026K1;41;160\r\n").getBytes(Charset.forName(charset))))
                .contains("CSV UTF-8");
    }

    @Test
    void lettersBrokenTwiceAreRefused() {
        byte[] twice = new String(HEAD.getBytes(StandardCharsets.UTF_8), WINDOWS).getBytes(StandardCharsets.UTF_8);
        assertThat(refused(twice)).contains("CSV UTF-8");
    }

    // ---- 4-8: shapes ----

    @ParameterizedTest
    @ValueSource(strings = {";", "\t", ","})
    void everySeparatorIsFound(String separator) {
        assertThat(figures(read(line("002210;Høj dosis;2026K1;41;160").replace(";", separator))))
                .containsExactly("002210 Høj dosis 2026K1 41/160");
    }

    @Test
    void theSeparatorMayBeTold() {
        assertThat(figures(read(
                        "sep=|\r\n" + line("002210;Høj dosis;2026K1;41;160").replace(';', '|'))))
                .containsExactly("002210 Høj dosis 2026K1 41/160");
    }

    @Test
    void linesAboveTheHeadingsAndBlankOnesArePassedOver() {
        TableReading read = read("Udtræk fra Ordiprax;;;;\r\nTrukket 01.02.2026\r\n;;;;\r\n\r\n"
                + line("002210;Høj dosis;2026K1;41;160") + ";;;;\r\n002211;Høj dosis;2026K1;1;50\r\n");
        assertThat(figures(read)).containsExactly("002210 Høj dosis 2026K1 41/160", "002211 Høj dosis 2026K1 1/50");
        assertThat(read.rows().get(0).line()).isEqualTo(6);
        assertThat(skipped(read)).contains("1 Linjen står over overskrifterne.", "2 Linjen står over overskrifterne.");
    }

    @Test
    void periodsSideBySideAreRead() {
        assertThat(figures(read("""
                        Yder nr.;Indikator;2026K1;;2026K2;
                        ;;Tæller;Nævner;Tæller;Nævner
                        002210;Høj dosis;41;160;40;150
                        """)))
                .containsExactly("002210 Høj dosis 2026K1 41/160", "002210 Høj dosis 2026K2 40/150");
        assertThat(figures(read("""
                        ;;2026K1;;2026K2;
                        Ydernummer;Indikator;Tæller;Nævner;Tæller;Nævner
                        002210;Høj dosis;41;160;40;150
                        """)))
                .containsExactly("002210 Høj dosis 2026K1 41/160", "002210 Høj dosis 2026K2 40/150");
        assertThat(figures(read("""
                        Ydernummer;Indikator;2026K1 tæller;2026K1 nævner
                        002210;Høj dosis;41;160
                        """))).containsExactly("002210 Høj dosis 2026K1 41/160");
    }

    @Test
    void oneColumnForEachPeriodIsRefused() {
        assertThat(refused("Ydernummer;Måling;2026K1;2026K2\r\n002210;Høj dosis;26;27\r\n"))
                .contains("nævneren");
    }

    @Test
    void measuresSideBySideAreRead() {
        assertThat(figures(read("""
                        Ydernummer;Periode;Høj dosis;;Bredspektret;
                        ;;Tæller;Nævner;Tæller;Nævner
                        002210;2026K1;41;160;3;50
                        """)))
                .containsExactly("002210 Høj dosis 2026K1 41/160", "002210 Bredspektret 2026K1 3/50");
    }

    // ---- 9-11: what is no practice ----

    @Test
    void totalsAreCheckedAndNeverKept() {
        TableReading read = read(line("002210;Høj dosis;2026K1;41;160") + "I alt;Høj dosis;2026K1;41;160\r\n");
        assertThat(figures(read)).containsExactly("002210 Høj dosis 2026K1 41/160");
        assertThat(skipped(read)).containsExactly("3 „i alt“ er ikke en praksis og gemmes ikke.");
        for (String name : List.of("Total", "Klyngen", "Gennemsnit", "SUM")) {
            TableReading other = read(line("002210;Høj dosis;2026K1;41;160") + name + ";Høj dosis;2026K1;42;160\r\n");
            assertThat(figures(other)).hasSize(1);
            assertThat(skipped(other).stream().anyMatch(each -> each.contains("Advarsel")))
                    .as(name)
                    .isEqualTo(!name.equals("Gennemsnit"));
        }
    }

    @Test
    void widerFiguresAreKeptApart() {
        TableReading read = read(line("002210;Høj dosis;2026K1;41;160") + "Region Midt;Høj dosis;2026K1;4100;16000\r\n"
                + "Hele landet;Høj dosis;2026K1;;\r\n");
        assertThat(figures(read)).hasSize(1);
        assertThat(read.compared())
                .extracting("name", "numerator")
                .containsExactly(org.assertj.core.groups.Tuple.tuple("region midt", 4100L));
        assertThat(skipped(read)).anyMatch(each -> each.startsWith("4 „hele landet“"));
    }

    @Test
    void notesBelowArePassedOverUnlessFiguresFollow() {
        String noted = line("002210;Høj dosis;2026K1;41;160") + "\r\nKilde: Ordiprax;;;;\r\nTrukket i februar\r\n";
        assertThat(skipped(read(noted))).hasSize(2);
        assertThat(refused(noted + "002211;Høj dosis;2026K1;1;50\r\n"))
                .contains("Linje 6")
                .contains("noten i linje 4");
    }

    // ---- 12-16: practices ----

    @ParameterizedTest
    @ValueSource(strings = {"2210", "\"=\"\"002210\"\"\"", "'002210", " 002210 ", "00 2210", "00\u00a02210"})
    void providerNumbersAreReadAsMeant(String written) {
        assertThat(figures(read(HEAD + written + ";Høj dosis;2026K1;41;160\r\n")))
                .containsExactly("002210 Høj dosis 2026K1 41/160");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2210,0", "2,21E+03", "2219", "12a456", "1002210"})
    void otherProviderNumbersAreRefused(String written) {
        assertThat(refused(HEAD + written + ";Høj dosis;2026K1;41;160\r\n")).contains("Linje 2, Ydernummer");
    }

    @Test
    void strangersArePutAside() {
        TableReading read = read(line("002210;Høj dosis;2026K1;41;160") + "777777;Høj dosis;2026K1;1;50\r\n");
        assertThat(figures(read)).hasSize(1);
        assertThat(read.setAside())
                .extracting("line", "provider")
                .containsExactly(org.assertj.core.groups.Tuple.tuple(3, "777777"));
    }

    @Test
    void twinsAreOneAndContradictionsRefused() {
        String first = line("002210;Høj dosis;2026K1;41;160");
        TableReading read = read(first + "002210;HØJ DOSIS;1. kvartal 2026;41;160\r\n");
        assertThat(figures(read)).hasSize(1);
        assertThat(skipped(read)).containsExactly("3 Linjen er den samme som linje 2.");
        assertThat(refused(first + "2210;Høj dosis;2026K1;42;160\r\n")).contains("Linje 3", "linje 2");
    }

    // ---- 17-26: numbers ----

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1.234|;", "\"1,234\"|,", "1 234|;", "1\u00a0234|,", "1234,0|;", "1234.0|,", "1.234|TAB"})
    void countsAreReadAsMeant(String written, String separator) {
        String by = separator.equals("TAB") ? "\t" : separator;
        assertThat(figures(read((HEAD + "002210;M;2026K1;5;N\r\n")
                        .replace(";", by)
                        .replace("N\r\n", written + "\r\n")
                        .replace("Nævner\r\n" + by, "Nævner\r\n"))))
                .containsExactly("002210 M 2026K1 5/1234");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"1.234|,", "12,5|;", "-4|;", "1e3|;", "'1,234'|;"})
    void otherCountsAreRefused(String written, String separator) {
        assertThat(refused((HEAD + "002210;M;2026K1;5;").replace(";", separator) + written + "\r\n"))
                .contains("Linje 2, Nævner");
    }

    @Test
    void sharesAreReckonedBackToWholeNumbers() {
        String head = "Ydernummer;Måling;Periode;Andel;Nævner\r\n";
        assertThat(figures(read(head + "002210;M;2026K1;25,6 %;160\r\n"))).containsExactly("002210 M 2026K1 41/160");
        assertThat(figures(read(head + "002210;M;2026K1;25,6;160\r\n"))).containsExactly("002210 M 2026K1 41/160");
        assertThat(figures(read(head + "002210;M;2026K1;0,256;160\r\n"))).containsExactly("002210 M 2026K1 41/160");
        assertThat(refused(head + "002210;M;2026K1;25,9;160\r\n")).contains("intet helt tal");
        TableReading about = read(head + "002210;M;2026K1;26;1600\r\n");
        assertThat(figures(about)).containsExactly("002210 M 2026K1 416/1600");
        assertThat(about.rows().get(0).isAbout()).isTrue();
        assertThat(skipped(about)).anyMatch(each -> each.contains("ca."));
        assertThat(refused(head + "002210;M;2026K1;0,5;1000\r\n")).contains("Begge passer");
        assertThat(figures(MeasureTables.read(
                        (head + "002210;M;2026K1;0,5;1000\r\n").getBytes(StandardCharsets.UTF_8),
                        new Asked("", "", "", "fraction"),
                        OWN,
                        measure -> false)))
                .containsExactly("002210 M 2026K1 500/1000");
    }

    @Test
    void percentagesAloneAreRefused() {
        assertThat(refused("Ydernummer;Måling;Periode;Procent\r\n002210;M;2026K1;26\r\n"))
                .contains("Små tal kan ikke beskyttes");
    }

    @Test
    void percentagesBesideCountsAreChecked() {
        String head = "Ydernummer;Måling;Periode;Tæller;Nævner;Procent\r\n";
        assertThat(figures(read(head + "002210;M;2026K1;41;160;25,6\r\n"))).containsExactly("002210 M 2026K1 41/160");
        assertThat(refused(head + "002210;M;2026K1;41;160;27,6\r\n")).contains("Linje 2, Procent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<5", "<3", "< 5", "1-4", "*", "-", "under 5", "diskretioneret"})
    void whatIsHiddenAtTheSourceStaysHidden(String written) {
        ReadRow row = read(line("002210;M;2026K1;" + written + ";160")).rows().get(0);
        assertThat(row.isHidden()).isTrue();
        assertThat(row.numerator()).isNull();
        assertThat(row.denominator()).isEqualTo(160);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "..", ".", "n/a", "i.t."})
    void whatIsMissingIsNeverNought(String written) {
        TableReading read = read(line("002210;M;2026K1;" + written + ";160"));
        assertThat(read.rows().get(0).numerator()).isNull();
        assertThat(read.rows().get(0).isHidden()).isFalse();
        assertThat(skipped(read)).anyMatch(each -> each.contains("intet tal"));
    }

    @Test
    void moreThanAllIsRefusedButForRates() {
        String table = line("002210;M;2026K1;41;40");
        assertThat(refused(table)).contains("større end nævneren");
        assertThat(figures(MeasureTables.read(
                        table.getBytes(StandardCharsets.UTF_8), Asked.NOTHING, OWN, measure -> true)))
                .containsExactly("002210 M 2026K1 41/40");
    }

    @Test
    void noughtOfNoughtIsMissing() {
        assertThat(figures(read(line("002210;M;2026K1;0;0")))).containsExactly("002210 M 2026K1 null/0");
        assertThat(refused(line("002210;M;2026K1;3;0"))).contains("nævneren er 0");
    }

    // ---- 27-29 ----

    @ParameterizedTest
    @CsvSource({
        "2026K1,2026K1",
        "2026 K1,2026K1",
        "2026-K1,2026K1",
        "K1 2026,2026K1",
        "1. kvartal 2026,2026K1",
        "1. kvt. 2026,2026K1",
        "2026 Q1,2026K1",
        "Q1-2026,2026K1",
        "jan-mar 2026,2026K1",
        "2026,2026",
        "2026H1,2026H1",
        "1. halvår 2026,2026H1",
        "2026-03,2026-03",
        "01-01-2026–31-03-2026,2026K1"
    })
    void periodsAreRead(String written, String key) {
        assertThat(MeasurePeriod.of(written))
                .get()
                .extracting(MeasurePeriod::key)
                .isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026K5", "foråret", "seneste 12 mdr.", "46023", "01-01-2026", "feb-apr 2026", "2026H3"})
    void otherPeriodsAreRefused(String written) {
        assertThat(refused(line("002210;M;" + written + ";41;160"))).contains("Linje 2, Periode");
    }

    @Test
    void measureAndPeriodMayBeAsked() {
        byte[] table = "ydernr;tæller;nævner\r\n2210;41;160\r\n".getBytes(StandardCharsets.UTF_8);
        assertThat(refused(table)).contains("hvilken måling").contains("hvilken periode");
        assertThat(figures(MeasureTables.read(table, new Asked("M", "1. kvartal 2026", "", ""), OWN, measure -> false)))
                .containsExactly("002210 M 2026K1 41/160");
    }

    @Test
    void formulasAndWhatCannotBeShownIsRefused() {
        for (String cell : List.of("=1+1", "+41", "@SUM(A1)", "M\u0007", "M".repeat(201), "#DIV/0!")) {
            assertThat(refused(line("002210;" + cell + ";2026K1;41;160"))).contains("Linje 2");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"010190-1234", "0101901234", "010190 1234", "101901234", "set af 010190-1234 i går"})
    void aFileWithWhatLooksLikeACprNumberIsRefusedWithoutRepeatingIt(String number) {
        for (String table : List.of(
                line("002210;" + number + ";2026K1;41;160"),
                line("002210;M;2026K1;41;160") + "\r\nKilde " + number + "\r\n",
                number + "\r\n" + line("002210;M;2026K1;41;160"))) {
            assertThat(refused(table))
                    .contains("ligner et CPR-nummer")
                    .doesNotContain("1234")
                    .doesNotContain("0190");
        }
    }

    @Test
    void moreThanTheLimitsIsRefused() {
        assertThat(refused(new byte[2 * 1024 * 1024 + 1])).contains("2 MB");
        assertThat(refused(HEAD + "002210;M;2026K1;41;160\r\n".repeat(10_001))).contains("10.000");
        assertThat(refused(HEAD + "002210;M;2026K1;41;160" + ";x".repeat(60))).contains("60 kolonner");
        TableRefused many =
                catchThrowableOfType(TableRefused.class, () -> read(HEAD + "002210;M;2026K1;x;160\r\n".repeat(80)));
        assertThat(many.problems()).hasSize(50);
    }

    // ---- 30: Excel ----

    @Test
    void theOneFittingSheetIsRead() {
        byte[] book = workbook(made -> {
            made.newWorksheet("Om").value(0, 0, "Lavet af regionen");
            sheet(made, "Tal");
            Worksheet hidden = made.newWorksheet("Skjult");
            fill(hidden);
            hidden.setVisibilityState(VisibilityState.HIDDEN);
        });
        assertThat(figures(read(book)))
                .containsExactly("002210 Høj dosis 2026K1 41/160", "002211 Høj dosis 2026K1 14/53");
    }

    @Test
    void oneOfTwoSheetsIsAskedFor() {
        byte[] book = workbook(each -> {
            sheet(each, "Forår");
            sheet(each, "Efterår");
        });
        assertThat(refused(book)).contains("Forår, Efterår");
        assertThat(MeasureTables.read(book, new Asked("", "", "Forår", ""), OWN, measure -> false)
                        .rows())
                .hasSize(2);
    }

    @Test
    void hiddenRowsAreSaidAndHiddenColumnsRefused() {
        TableReading read = read(workbook(book -> sheet(book, "Tal").hideRow(2)));
        assertThat(figures(read)).containsExactly("002210 Høj dosis 2026K1 41/160");
        assertThat(skipped(read)).containsExactly("3 Linjen er skjult i arket og læses ikke.");
        assertThat(refused(workbook(book -> sheet(book, "Tal").hideColumn(1)))).contains("skjulte kolonner");
        // of a sheet that is not read it is nobody's matter
        assertThat(figures(read(workbook(book -> {
                    sheet(book, "Tal");
                    book.newWorksheet("Om").value(0, 0, "Noter");
                    book.newWorksheet("Liste").hideColumn(1);
                }))))
                .hasSize(2);
        assertThat(refused(workbook(book -> {
                    book.newWorksheet("Om").value(0, 0, "Noter");
                    sheet(book, "Tal").hideColumn(1);
                })))
                .contains("skjulte kolonner");
    }

    /** Row 22: a percentage beside the counts may be off by its own rounding, and by no more. */
    @Test
    void aPercentageMayBeOffByItsRounding() {
        String head = "Ydernummer;Måling;Periode;Tæller;Nævner;Procent\r\n";
        assertThat(figures(read(head + "002210;M;2026K1;41;160;25,6\r\n"))).hasSize(1);
        assertThat(figures(read(head + "002210;M;2026K1;41;160;26\r\n"))).hasSize(1);
        assertThat(refused((head + "002210;M;2026K1;41;160;25,7\r\n").getBytes(StandardCharsets.UTF_8)))
                .contains("procenten passer ikke");
        assertThat(refused((head + "002210;M;2026K1;41;160;25\r\n").getBytes(StandardCharsets.UTF_8)))
                .contains("procenten passer ikke");
    }

    @Test
    void percentFormatsDatesAndFormulasAreReadAsTheyShow() {
        assertThat(figures(read(workbook(book -> {
                    Worksheet sheet = book.newWorksheet("Tal");
                    heads(sheet, "Ydernummer", "Måling", "Periode", "Andel", "Nævner");
                    row(sheet, 1, 2210, "M", "2026K1", 0.25625, 160);
                    sheet.style(1, 3).format("0%").set();
                }))))
                .containsExactly("002210 M 2026K1 41/160");
        assertThat(refused(workbook(book -> {
                    Worksheet sheet = sheet(book, "Tal");
                    sheet.value(1, 2, LocalDate.of(2026, 1, 1));
                    sheet.style(1, 2).format("dd-mm-yyyy").set();
                })))
                .contains("01-01-2026");
    }

    @Test
    void emptyCellsBelowAMeasureBelongToIt() {
        assertThat(figures(read(workbook(book -> {
                    Worksheet sheet = sheet(book, "Tal");
                    sheet.value(2, 1, "");
                    sheet.value(2, 2, "");
                }))))
                .containsExactly("002210 Høj dosis 2026K1 41/160", "002211 Høj dosis 2026K1 14/53");
    }

    @Test
    void keptValuesOfFormulasAreReadAndErrorsRefused() {
        byte[] book = workbook(each -> sheet(each, "Tal"));
        byte[] kept = changed(book, "<v>41</v>", "<f>40+1</f><v>41</v>");
        assertThat(figures(read(kept))).contains("002210 Høj dosis 2026K1 41/160");
        byte[] error = changed(book, "<c r=\"D2\" t=\"n\"><v>41</v>", "<c r=\"D2\" t=\"e\"><v>#DIV/0!</v>");
        assertThat(refused(error)).contains("fejl i regnearket");
    }

    @Test
    void macrosOldFilesAndPasswordsAreRefused() {
        byte[] book = workbook(each -> sheet(each, "Tal"));
        assertThat(refused(with(book, "xl/vbaProject.bin"))).contains(".xlsx");
        byte[] old = new byte[600];
        System.arraycopy(
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1},
                0,
                old,
                0,
                8);
        assertThat(refused(old)).contains(".xlsx");
        assertThat(refused(with(
                        with(
                                new byte[] {0x50, 0x4b, 5, 6, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0},
                                "content.xml"),
                        "a")))
                .contains(".xlsx");
    }

    @Test
    void aCprNumberOnAHiddenSheetOrInAHiddenRowRefusesTheFile() {
        assertThat(refused(workbook(book -> {
                    sheet(book, "Tal");
                    Worksheet hidden = book.newWorksheet("Skjult");
                    hidden.value(0, 0, "010190-1234");
                    hidden.setVisibilityState(VisibilityState.VERY_HIDDEN);
                })))
                .contains("CPR-nummer");
        assertThat(refused(workbook(book -> {
                    Worksheet sheet = sheet(book, "Tal");
                    sheet.value(5, 7, 101901234);
                    sheet.hideRow(5);
                })))
                .contains("CPR-nummer");
    }

    // ---- anything ----

    /** Whatever is sent is read or refused in words; nothing else comes out, and no refusal repeats a CPR number. */
    @Test
    void brokenFilesAreReadOrRefusedAndNothingElse() {
        Random chance = new Random(12);
        byte[] csv =
                (HEAD + "002210;Høj dosis;2026K1;41;160\r\nI alt;;;<5;\"1.234\r\n").getBytes(StandardCharsets.UTF_8);
        byte[] book = workbook(each -> sheet(each, "Tal"));
        for (int round = 0; round < 3000; round++) {
            byte[] content = (round % 3 == 0 ? book : csv).clone();
            int changes = 1 + chance.nextInt(8);
            for (int change = 0; change < changes; change++) {
                content[chance.nextInt(content.length)] = (byte) chance.nextInt(256);
            }
            byte[] cut = java.util.Arrays.copyOf(content, 1 + chance.nextInt(content.length));
            byte[] tried = round % 2 == 0 ? content : cut;
            assertThatCode(() -> {
                        try {
                            read(tried);
                        } catch (TableRefused refused) {
                            assertThat(refused.inWords()).isNotBlank();
                        }
                    })
                    .as("round %s", round)
                    .doesNotThrowAnyException();
        }
    }

    // ---- helpers ----

    private static String line(String line) {
        return HEAD + line + "\r\n";
    }

    private static TableReading read(String table) {
        return read(table.getBytes(StandardCharsets.UTF_8));
    }

    private static TableReading read(byte[] content) {
        return MeasureTables.read(content, Asked.NOTHING, OWN, measure -> false);
    }

    private static String refused(String table) {
        return refused(table.getBytes(StandardCharsets.UTF_8));
    }

    private static String refused(byte[] content) {
        TableRefused refused = catchThrowableOfType(TableRefused.class, () -> read(content));
        assertThat(refused).isNotNull();
        return refused.problems().stream().map(TableProblem::inWords).collect(Collectors.joining("\n"));
    }

    static List<String> figures(TableReading read) {
        return read.rows().stream()
                .map(row -> row.provider() + " " + row.measure() + " "
                        + row.period().key() + " " + row.numerator() + "/" + row.denominator())
                .toList();
    }

    private static List<String> skipped(TableReading read) {
        return read.skipped().stream()
                .map(each -> each.line() + " " + each.message())
                .toList();
    }

    private static byte[] workbook(Consumer<Workbook> fill) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Test", "1.0")) {
            fill.accept(book);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static Worksheet sheet(Workbook book, String name) {
        Worksheet sheet = book.newWorksheet(name);
        fill(sheet);
        return sheet;
    }

    private static void fill(Worksheet sheet) {
        heads(sheet, "Ydernummer", "Måling", "Periode", "Tæller", "Nævner");
        row(sheet, 1, 2210, "Høj dosis", "2026K1", 41, 160);
        row(sheet, 2, "002211", "Høj dosis", "2026K1", "14", "53");
    }

    private static void heads(Worksheet sheet, String... heads) {
        IntStream.range(0, heads.length).forEach(each -> sheet.value(0, each, heads[each]));
    }

    private static void row(Worksheet sheet, int row, Object... cells) {
        for (int column = 0; column < cells.length; column++) {
            if (cells[column] instanceof Number number) {
                sheet.value(row, column, number);
            } else {
                sheet.value(row, column, (String) cells[column]);
            }
        }
    }

    private static byte[] changed(byte[] book, String what, String by) {
        return repacked(book, "", text -> text.replace(what, by));
    }

    private static byte[] with(byte[] book, String part) {
        return repacked(book, part, text -> text);
    }

    private static byte[] repacked(byte[] book, String extra, java.util.function.UnaryOperator<String> change) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream to = new ZipOutputStream(out);
                ZipFile from = ZipFile.builder().setByteArray(book).get()) {
            for (ZipArchiveEntry entry : java.util.Collections.list(from.getEntries())) {
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(change.apply(new String(from.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8))
                        .getBytes(StandardCharsets.UTF_8));
            }
            if (!extra.isEmpty()) {
                to.putNextEntry(new ZipEntry(extra));
                to.write(1);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
