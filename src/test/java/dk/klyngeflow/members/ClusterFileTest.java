package dk.klyngeflow.members;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterFileTest {

    private static final String GOOD = """
            klynge;sydklyngen;Klynge Syd;klynge@sydklyngen.example;Region Syddanmark;EGEN KONTO;10150817;DK50 0040 0440 1162 43
            praksis;123456;Lægerne på Åen;4.200
            person;aholm;Anne Holm;anne@aaen.example;koordinator+medlem;123456
            person;kontor;Clara Lund;kontor@sydklyngen.example;sekretær;
            """;

    @Test
    void isReadInUtf8WithMarkAndInWindows1252AndWithCommas() {
        byte[] marked = ("\uFEFF" + GOOD).getBytes(StandardCharsets.UTF_8);
        byte[] windows = GOOD.getBytes(Charset.forName("windows-1252"));
        byte[] commas = GOOD.replace(';', ',').getBytes(StandardCharsets.UTF_8);
        for (byte[] bytes : new byte[][] {marked, windows, commas}) {
            ClusterFile.Content content = ClusterFile.read(bytes);
            assertThat(content.errors()).isEmpty();
            assertThat(content.cluster()).hasValueSatisfying(cluster -> {
                assertThat(cluster.id()).isEqualTo("sydklyngen");
                assertThat(cluster.paymentMode()).isEqualTo(PaymentMode.OWN_ACCOUNT);
                assertThat(cluster.iban()).isEqualTo("DK5000400440116243");
            });
            assertThat(content.practices()).singleElement().satisfies(practice -> {
                assertThat(practice.name()).isEqualTo("Lægerne på Åen");
                assertThat(practice.patients()).isEqualTo(4200);
            });
            assertThat(content.people()).hasSize(2);
            assertThat(content.people().get(0).posts()).containsExactly(Post.COORDINATOR, Post.MEMBER);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    praksis;12345;Kort;1                             | Linje 1: ydernummeret skal have 6 cifre.
                    person;x;;x@x.example;medlem;                    | Linje 1: navnet mangler.
                    person;x;X;ingen;medlem;                         | Linje 1: mailadressen mangler eller er forkert.
                    person;x;X;x@x.example;konge;                    | Linje 1: posten „konge“ kendes ikke.
                    person;x;X;x@x.example;medlem;999999             | Linje 1: praksis med ydernummer 999999 står ikke
                    person;x;X 010190-1234;x@x.example;medlem;       | Linje 1: her står noget, der ligner et CPR-nummer.
                    noget;andet                                      | Linje 1: linjen skal begynde med
                    klynge;Store;X;x@x.example;R;PLO;;               | Linje 1: id skal være små bogstaver
                    klynge;x1;X;x@x.example;R;EGEN KONTO;;           | med EGEN KONTO skal IBAN-nummeret stå i filen.
                    klynge;x1;X;x@x.example;R;PLO;;DK5100400440116243 | Linje 1: IBAN-nummerets kontrolcifre stemmer ikke.
                    klynge;x1;X;x@x.example;R;PLO;;DK50004004401162  | Linje 1: IBAN-nummeret har ikke den rigtige længde
                    klynge;x1;X;x@x.example;R;PLO;10150818;          | Linje 1: CVR-nummeret 10150818 er ikke et rigtigt dansk CVR-nummer: kontrolcifret
                    klynge;x1;X;x@x.example;R;PLO;1015081;           | Linje 1: CVR-nummeret skal have 8 cifre.
                    praksis;123456;Alene;1                           | Der skal være præcis én koordinator; der er 0.
                    """)
    void saysInDanishOnWhichLineWhatIsWrong(String line, String error) {
        assertThat(String.join(
                        " ",
                        ClusterFile.read(line.getBytes(StandardCharsets.UTF_8)).errors()))
                .contains(error);
    }

    @Test
    void aNameThatFillsALineIsRefusedWithItsLine_whereverItStands() {
        String longest = "Æ".repeat(101);
        assertThat(read(GOOD.replace("Klynge Syd", longest)
                                .replace("Region Syddanmark", longest)
                                .replace("Lægerne på Åen", longest)
                                .replace("Anne Holm", longest))
                        .errors())
                .hasSize(4)
                .allMatch(error -> error.endsWith("“ er for langt: højst 100 tegn."))
                .extracting(error -> error.substring(0, 8))
                .containsExactly("Linje 1:", "Linje 1:", "Linje 2:", "Linje 3:");
    }

    @Test
    void isReadAsExcelSavesIt_andAsItIsCopiedFromAMail() throws IOException {
        assertThat(ClusterFile.read(GOOD.replace(';', '\t').getBytes(StandardCharsets.UTF_16))
                        .errors())
                .isEmpty();
        byte[] littleEndian = ("\uFEFF" + GOOD).getBytes(StandardCharsets.UTF_16LE);
        assertThat(ClusterFile.read(littleEndian).errors()).isEmpty();
        assertThat(read(GOOD.replace("anne@aaen.example", "\u00a0anne@aaen.example\u00a0"))
                        .people())
                .first()
                .satisfies(anne -> assertThat(anne.mail()).isEqualTo("anne@aaen.example"));

        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Test", "1.0")) {
            Worksheet sheet = book.newWorksheet("Klynge");
            List<String> lines = GOOD.lines().toList();
            for (int row = 0; row < lines.size(); row++) {
                String[] cells = lines.get(row).split(";");
                for (int column = 0; column < cells.length; column++) {
                    if (cells[column].matches("[1-9]\\d*")) {
                        sheet.value(row, column, Integer.parseInt(cells[column]));
                    } else {
                        sheet.value(row, column, cells[column]);
                    }
                }
            }
        }
        ClusterFile.Content content = ClusterFile.read(out.toByteArray());
        assertThat(content.errors()).isEmpty();
        assertThat(content.people()).hasSize(2);
    }

    @Test
    void anotherFileIsSaidToBeOneOnce() {
        assertThat(read("Navn;Mail\nBo;bo@x.example\nEva;eva@x.example\n").errors())
                .singleElement()
                .asString()
                .startsWith("Ingen linje begynder med klynge, praksis eller person.");
        assertThat(ClusterFile.read("PK\3\4 no zip".getBytes(StandardCharsets.UTF_8))
                        .errors())
                .singleElement()
                .asString()
                .contains("Regnearket");
    }

    @Test
    void aCellInQuotesMayHoldTheSeparator() {
        assertThat(read("praksis;123456;\"Holm; Anne \"\"A\"\"\" ;1").practices())
                .singleElement()
                .satisfies(practice -> assertThat(practice.name()).isEqualTo("Holm; Anne \"A\""));
    }

    @Test
    void emptyLinesAndRemarksCountAsLinesOnly() {
        assertThat(read("# klynge, praksis\n  \n;;\n\nnoget;andet\n").errors())
                .contains("Linje 5: linjen skal begynde med klynge, praksis eller person.")
                .hasSize(3);
    }

    @Test
    void aQuoteThatIsNotClosedDoesNotSwallowTheRestInSilence() {
        assertThat(read("praksis;123456;\"Alene;1\nperson;x;X;x@x.example;koordinator;")
                        .errors())
                .contains("Linje 1: et anførselstegn mangler.");
    }

    private static ClusterFile.Content read(String text) {
        return ClusterFile.read(text.getBytes(StandardCharsets.UTF_8));
    }
}
