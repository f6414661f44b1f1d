package dk.klyngeflow.members;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.members.PracticeList.Line;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PracticeListTest {

    private static final String TABLE =
            "Ydernummer;Praksis;Navn;Mail;Patienter\n012345;Lægehuset Å;Søren Åby;soeren@aaby.example;3.400\n";
    private static final Line LINE = new Line(2, "012345", "Lægehuset Å", "Søren Åby", "soeren@aaby.example", 3400);

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t"})
    void readsWhateverPartsTheCells(String separator) {
        String table = TABLE.replace(";", separator);
        assertThat(PracticeList.ofFile(table.getBytes(StandardCharsets.UTF_8)).lines())
                .containsExactly(LINE);
    }

    @Test
    void readsWindowsAndTheMarkOfUnicode() {
        assertThat(PracticeList.ofFile(TABLE.getBytes(Charset.forName("windows-1252")))
                        .lines())
                .containsExactly(LINE);
        assertThat(PracticeList.ofFile(("\uFEFF" + TABLE).getBytes(StandardCharsets.UTF_8))
                        .lines())
                .containsExactly(LINE);
    }

    @Test
    void readsExcel_andPointsOutTheZeroThatANumberHasLost() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(file, "Klyngeflow", "1.0")) {
            Worksheet sheet = book.newWorksheet("Praksis");
            List<String> heads = List.of("Ydernummer", "Praksis", "Navn", "Mail", "Patienter");
            for (int column = 0; column < heads.size(); column++) {
                sheet.value(0, column, heads.get(column));
            }
            sheet.value(1, 0, 12345);
            sheet.value(1, 1, "Lægehuset Å");
            sheet.value(1, 2, "Søren Åby");
            sheet.value(1, 3, "soeren@aaby.example");
            sheet.value(1, 4, 3400);
        }
        PracticeList.Content read = PracticeList.ofFile(file.toByteArray());
        assertThat(read.errors())
                .singleElement()
                .asString()
                .startsWith("Linje 2: ydernummeret har 5 cifre")
                .contains("012345");
        assertThat(read.lines().get(0).patients()).isEqualTo(3400);
    }

    @Test
    void readsWhatIsTypedWithAndWithoutAHeading() {
        String line = "012345; Lægehuset Å; Søren Åby; soeren@aaby.example; 3400";
        assertThat(PracticeList.ofText(line).lines().get(0).line()).isEqualTo(1);
        assertThat(PracticeList.ofText(line).lines().get(0).practice()).isEqualTo("Lægehuset Å");
        assertThat(PracticeList.ofText(
                                "navn\tydernummer\tpraksis\tmail\nSøren Åby\t012345\tLægehuset Å\tsoeren@aaby.example")
                        .lines())
                .containsExactly(new Line(2, "012345", "Lægehuset Å", "Søren Åby", "soeren@aaby.example", null));
    }

    private static PracticeList.Content file(String text) {
        return PracticeList.ofFile(text.getBytes(StandardCharsets.UTF_8));
    }

    static Stream<Arguments> oddFiles() {
        String head = "Ydernummer;Praksis;Navn;Mail;Patienter\n";
        String bo = "012345;Huset;Bo Berg;bo@berg.example;100\n";
        return Stream.of(
                Arguments.of("empty", "", "Filen er tom"),
                Arguments.of("blank lines only", "\n\n  \n", "Filen er tom"),
                Arguments.of("a heading and nothing below", head, "Listen er tom"),
                Arguments.of("no heading", bo, "Linje 1: kolonnen"),
                Arguments.of("lost zero", head + bo.replace("012345", "12345"), "012345"),
                Arguments.of("the same practice twice", head + bo + bo, "Linje 3: ydernummeret står to gange"),
                Arguments.of(
                        "twice, once with a blank",
                        head + bo + bo.replace("012345", "012 345"),
                        "Linje 3: ydernummeret"),
                Arguments.of("a CPR number", head + bo.replace("Bo Berg", "Bo 010203-1234"), "Linje 2: her står noget"),
                Arguments.of("a CPR number for a provider's", head + bo.replace("012345", "0102031234"), "Linje 2:"),
                Arguments.of("a quote that never ends", head + bo.replace("Huset", "\"Huset") + bo, "anførselstegn"),
                Arguments.of(
                        "a formula for a number", head + bo.replace("012345", "=12345+0"), "Linje 2: ydernummeret"),
                Arguments.of("a formula for an address", head + bo.replace("bo@berg.example", "=A2"), "Linje 2: mail"),
                Arguments.of("a float from a spreadsheet", head + bo.replace(";100", ";1,5E+05"), "antal patienter"),
                Arguments.of("a negative number", head + bo.replace(";100", ";-100"), "antal patienter"),
                Arguments.of("a column short", head + "012345;Huset;Bo Berg\n", "Linje 2: mailadressen"),
                Arguments.of("2,001 lines", head + bo.repeat(2_001), "over 2.000 linjer"),
                Arguments.of("HTML named .xls", "<html><table><tr><td>Ydernummer</td></tr></table></html>", "kolonnen"),
                Arguments.of("a PDF", "%PDF-1.7\nendobj\n", "kolonnen"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("oddFiles")
    void namesWhatIsWrongWithAFile(String what, String file, String said) {
        assertThat(file(file).errors()).as(what).anyMatch(error -> error.contains(said));
    }

    @Test
    void readsWhatLooksOddAndIsNot() {
        String head = "\uFEFFYDERNUMMER;Praksis;Læge;E-mail;Patienter;Telefon\r\n";
        assertThat(file(head + "\r\n012345;\"Lægehuset Å\";Søren Åby;soeren@aaby.example;3.400;12345678\r\n;;;;;\r\n")
                        .lines())
                .extracting(Line::practice)
                .containsExactly("Lægehuset Å");
        // a name that a spreadsheet would reckon is kept as text; whoever writes it into a sheet makes it inert
        assertThat(file(head + "012345;=Huset;Bo Berg;bo@berg.example;1;\n").lines())
                .extracting(Line::practice)
                .containsExactly("=Huset");
    }

    @Test
    void refusesAnOldSpreadsheetNamedCsv_andAMegabyteOfNothing() {
        byte[] old = new byte[4_096];
        System.arraycopy(
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1},
                0,
                old,
                0,
                8);
        assertThat(PracticeList.ofFile(old).errors()).singleElement().asString().contains("gammelt regneark", ".xlsx");
        assertThat(PracticeList.ofFile(new byte[1_000_000]).errors()).isNotEmpty();
        assertThat(file("x".repeat(1_000_000)).errors()).isNotEmpty();
        assertThat(file(";".repeat(1_000_000)).errors()).isNotEmpty();
    }

    @Test
    void refusesWhatIsNoList() {
        assertThat(PracticeList.ofText(" ").errors()).isNotEmpty();
        assertThat(PracticeList.ofFile(new byte[] {'P', 'K', 3, 4, 5, 6}).errors())
                .isNotEmpty();
        assertThat(PracticeList.ofFile("navn;mail\nBo;bo@berg.example".getBytes(StandardCharsets.UTF_8))
                        .errors())
                .anyMatch(error -> error.contains("ydernummer"));
        assertThat(PracticeList.ofText("012345; Huset; Bo 010203-1234; bo@berg.example")
                        .errors())
                .anyMatch(error -> error.contains("CPR"));
    }
}
