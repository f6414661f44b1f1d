package dk.klyngeflow.members;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.members.PracticeList.Line;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
