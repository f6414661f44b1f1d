package dk.klyngeflow.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeopleListTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t"})
    void isReadWhateverPartsItsColumns(String between) {
        String file = "Navn;E-mail;Ydernummer\nGert Åby;gert@aby.example;012345\n".replace(";", between);

        for (byte[] bytes : List.of(
                file.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + file).getBytes(StandardCharsets.UTF_8),
                file.getBytes(WINDOWS),
                file.replace("\n", "\r\n").getBytes(WINDOWS),
                file.getBytes(StandardCharsets.UTF_16),
                file.replace("gert@aby.example", "gert@aby.example\u00a0").getBytes(StandardCharsets.UTF_8))) {
            PeopleList.Content list = PeopleList.read(bytes);
            assertThat(list.errors()).isEmpty();
            assertThat(list.entries()).hasSize(1);
            assertThat(list.entries().get(0).line()).isEqualTo(2);
            assertThat(list.entries().get(0).cell("navn")).isEqualTo("Gert Åby");
            assertThat(list.entries().get(0).cell("mail")).isEqualTo("gert@aby.example");
            assertThat(list.entries().get(0).cell("ydernummer")).isEqualTo("012345");
        }
    }

    @Test
    void aSpreadsheetIsReadToo() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Folk");
            List<String> heading = List.of("navn", "mail", "ydernummer", "patienter");
            for (int column = 0; column < heading.size(); column++) {
                sheet.value(0, column, heading.get(column));
            }
            sheet.value(1, 0, "Gert Åby");
            sheet.value(1, 1, "gert@aby.example");
            sheet.value(1, 2, 12345);
            sheet.value(1, 3, 4200);
        }

        PeopleList.Content list = PeopleList.read(out.toByteArray());

        assertThat(list.errors()).isEmpty();
        assertThat(list.entries().get(0).cell("navn")).isEqualTo("Gert Åby");
        // the zero that the spreadsheet has lost is pointed out where it is held against the cluster
        assertThat(list.entries().get(0).cell("ydernummer")).isEqualTo("12345");
        assertThat(list.entries().get(0).cell("patienter")).isEqualTo("4200");
    }

    @Test
    void whatLooksLikeACprNumberIsRefusedAndNotRepeated() {
        PeopleList.Content list = PeopleList.read(
                "navn;mail;ydernummer\nBo Lind;bo@b.example;980101\nGert 010203-1234;g@a.example;980101\n"
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(list.errors()).hasSize(1);
        assertThat(list.errors().get(0))
                .startsWith("Linje 3:")
                .contains("CPR-nummer")
                .doesNotContain("1234");
        assertThat(list.entries()).hasSize(1);
    }

    @Test
    void saysOnceWhatIsWrongWithAllOfIt() {
        StringBuilder all = new StringBuilder("navn;mail;ydernummer\n");
        for (int line = 0; line < 2_100; line++) {
            all.append("P ").append(line).append(";p@x.example;980101\n");
        }
        assertThat(PeopleList.read(all.toString().getBytes(StandardCharsets.UTF_8))
                        .errors())
                .containsExactly("Filen har over 2.000 linjer. Del den op.");
        PeopleList.Content other = PeopleList.read("noget;andet\n1;2\n3;4\n".getBytes(StandardCharsets.UTF_8));
        assertThat(other.errors()).hasSize(1);
        assertThat(other.entries())
                .as("what stands under unknown columns says nothing")
                .isEmpty();
    }

    @Test
    void aFileThatIsNoneIsRefused() throws IOException {
        assertThat(PeopleList.read(new byte[0]).errors()).containsExactly("Filen er tom.");
        assertThat(PeopleList.read("navn;mail\nBo;b@b.example".getBytes(StandardCharsets.UTF_8))
                        .errors())
                .containsExactly(
                        "Linje 1: kolonnen „ydernummer“ mangler. Første linje skal have kolonnernes navne: navn, mail og"
                                + " ydernummer, og hvis I vil, praksis, patienter og post.");
        assertThat(PeopleList.read("PK\3\4 no zip".getBytes(StandardCharsets.UTF_8))
                        .errors())
                .hasSize(1)
                .allMatch(error -> error.contains("kan ikke læses"));
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
            zip.write(new byte[30_000_000]);
        }
        assertThat(bomb.size()).isLessThan(500_000);
        assertThat(PeopleList.read(bomb.toByteArray()).errors())
                .hasSize(1)
                .allMatch(error -> error.contains("for stort"));
    }
}
