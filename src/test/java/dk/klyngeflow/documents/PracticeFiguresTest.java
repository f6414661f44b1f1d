package dk.klyngeflow.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files may show the figures of single practices. */
class PracticeFiguresTest {

    private static final List<String> OWN = List.of("990101", "990102", "012345");
    private static final String OLD_OFFICE = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";

    @ParameterizedTest
    @ValueSource(
            strings = {"data.csv", "DATA.XLSX", "tal.xls", "tal.ods", "tal.tsv", "tal.xlsb", "tal.numbers", "tal.xlsm"})
    void aTableIsKnownByItsName(String name) throws IOException {
        assertThat(why("hvad som helst".getBytes(StandardCharsets.UTF_8), name)).contains("tabel");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Praksis;Antal\nA;17\nB;20",
                "Praksis\tAntal\nA\t17",
                "Praksis,Antal,Andel\nA,17,3\nB,20,4",
                "<html><body><table><tr><td>17</td></tr></table></body></html>",
                "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>"
            })
    void aTableIsKnownWhateverItIsCalled(String content) throws IOException {
        assertThat(why(content.getBytes(StandardCharsets.UTF_8), "data.pdf")).contains("tabel");
        assertThat(why(content.getBytes(StandardCharsets.UTF_16), "data.txt")).contains("tabel");
    }

    @Test
    void aSpreadsheetIsKnownByWhatIsInIt() throws IOException {
        assertThat(why(zip("xl/workbook.xml", "<x/>"), "rapport")).contains("tabel");
        assertThat(why(zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet"), "rapport"))
                .contains("tabel");
        assertThat(why(zip("inden i/data.csv", "1"), "rapport")).contains("tabel");
        assertThat(why((OLD_OFFICE + "W\0o\0r\0k\0b\0o\0o\0k\0").getBytes(StandardCharsets.ISO_8859_1), "rapport"))
                .contains("tabel");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ydernummer 990101 har 17 og 990102 har 20.",
                "990 101: 17, 99 01 02: 20",
                "990101 og 12345",
                "Ydernr. 817265 og 817266",
                "Praksis 817265, 817266 og 817267"
            })
    void severalProviderNumbersAreFoundInDocuments(String words) throws IOException {
        assertThat(why(pdf(words), "rapport.pdf")).contains("ydernumre");
        assertThat(why(words.getBytes(StandardCharsets.UTF_8), "rapport.txt")).contains("ydernumre");
        assertThat(why(zip("word/document.xml", "<w:p><w:r><w:t>" + words + "</w:t></w:r></w:p>"), "rapport.docx"))
                .contains("ydernumre");
    }

    @Test
    void aNumberInPiecesIsOneNumber() throws IOException {
        String cells = "<w:p><w:t>990</w:t></w:r><w:r><w:t>101</w:t></w:p><w:p><w:t>9901</w:t><w:t>02</w:t></w:p>";
        assertThat(why(zip("word/document.xml", cells), "rapport.docx")).contains("ydernumre");
    }

    @Test
    void aFileInAPdfIsNotOverlooked() throws IOException {
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            var names = new org.apache.pdfbox.pdmodel.PDDocumentNameDictionary(document.getDocumentCatalog());
            names.setEmbeddedFiles(new org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode());
            document.getDocumentCatalog().setNames(names);
            assertThat(why(saved(document), "rapport.pdf")).contains("andre filer");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Klyngen har 17 patienter i alt, og 990101 er en af praksis.",
                "I 2026 var der 125.000 recepter, 123456,50 kr. og 1234567 tal.",
                "Den 12. februar 2027"
            })
    void whatShowsTheWholeClusterMayGoOut(String words) throws IOException {
        assertThat(why(pdf(words), "rapport.pdf")).isEmpty();
        assertThat(why(words.getBytes(StandardCharsets.UTF_8), "rapport.txt")).isEmpty();
    }

    private static String why(byte[] content, String name) throws IOException {
        return new PracticeFigures(OWN).why(content, name).orElse("");
    }

    private static byte[] pdf(String words) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 10);
                content.newLineAtOffset(20, 700);
                content.showText(words);
                content.endText();
            }
            return saved(document);
        }
    }

    private static byte[] saved(PDDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    private static byte[] zip(String name, String content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream archive = new ZipOutputStream(out)) {
            archive.putNextEntry(new ZipEntry(name));
            archive.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }
}
