package dk.klyngeflow.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A CPR number in the text of a PDF is found, with its page; other numbers are none. */
class CprNumbersInPdfTest {

    @ParameterizedTest
    @ValueSource(strings = {"Patient 010203-1234", "010203 1234", "CPR-nr.: 0102031234", "cpr 0102031234 og mere"})
    void isFound(String text) throws Exception {
        assertThat(Samples.INSPECTOR.pagesWithCprNumber(pdf("Side et", text, "Side tre")))
                .containsExactly(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Konto 1234 0102031234",
                "Faktura 202400095678",
                "Telefon 20 30 40 50",
                "14.03.2027 kl. 16.30",
                "CVR 99887796"
            })
    void isNoOtherNumber(String text) throws Exception {
        assertThat(Samples.INSPECTOR.pagesWithCprNumber(pdf(text))).isEmpty();
    }

    @Test
    void whatCannotBeReadIsNoPdf() {
        assertThat(Samples.INSPECTOR.pagesWithCprNumber("010203-1234".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(Samples.INSPECTOR.pagesWithCprNumber("%PDF-1.7 010203-1234".getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
    }

    static byte[] pdf(String... pages) throws IOException {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (String text : pages) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.beginText();
                    content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                    content.newLineAtOffset(50, 700);
                    content.showText(text);
                    content.endText();
                }
            }
            document.save(out);
            return out.toByteArray();
        }
    }
}
