package dk.klyngeflow.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.klyngeflow.documents.PdfMaker.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionJavaScript;
import org.junit.jupiter.api.Test;

class PdfMakerTest {

    final PdfMaker maker = Samples.pdfMaker();

    @Test
    void writesDanishLettersWithTheFontInside() throws Exception {
        byte[] pdf = maker.pdf("sample", Samples.model("Blåbærgrød æøå ÆØÅ é € „sådan“ – 1.234,50 kr.", 3));
        Files.createDirectories(Path.of("target", "samples"));
        Files.write(Path.of("target", "samples", "sample.pdf"), pdf);

        assertThat(Samples.text(pdf))
                .contains("Blåbærgrød æøå ÆØÅ é € „sådan“ – 1.234,50 kr.")
                .contains("Klynge Nord")
                .contains("Side 1 af 1");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            List<String> fonts = new ArrayList<>();
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    fonts.add(font.getName());
                }
            }
            assertThat(fonts).hasSize(3).allMatch(name -> name.contains("OpenSans"));
        }
    }

    /** They share what was read of the letters. */
    @Test
    void papersMadeAtTheSameTimeAreWhole() {
        List<String> texts = IntStream.range(0, 24)
                .parallel()
                .mapToObj(number -> maker.pdf("sample", Samples.model("Blåbærgrød nr. " + number + " æøå", 3)))
                .map(PdfMakerTest::text)
                .toList();

        assertThat(texts)
                .allSatisfy(text -> assertThat(text)
                        .contains("Blåbærgrød nr. " + texts.indexOf(text) + " æøå", "Klynge Nord", "Side 1 af 1"));
    }

    private static String text(byte[] pdf) {
        try {
            return Samples.text(pdf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void isMarkedForFiling() throws Exception {
        try (PDDocument document = Loader.loadPDF(maker.pdf("sample", Samples.model("x", 1)))) {
            assertThat(new String(document.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8))
                    .containsPattern("pdfaid:part(>|=\")2")
                    .containsPattern("pdfaid:conformance(>|=\")B");
            assertThat(document.getDocumentCatalog().getOutputIntents()).isNotEmpty();
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Bilagsliste");
        }
    }

    @Test
    void keepsWhatAFileForFilingPromises() throws Exception {
        Archivable.assertArchivable(maker.pdf("sample", Samples.model("Blåbærgrød – 1.234,50 kr. €", 60)));

        assertThatThrownBy(() -> Archivable.assertArchivable(Samples.pdf(1))).isInstanceOf(AssertionError.class);
    }

    @Test
    void numbersThePagesOfALongList() throws Exception {
        byte[] pdf = maker.pdf("sample", Samples.model("x", 120));

        assertThat(Samples.text(pdf)).contains("Side 1 af 4").contains("Side 4 af 4");
    }

    @Test
    void textIsNeverATemplateNorMarkup() throws Exception {
        String text = "[[${T(java.lang.Runtime)}]] __${7*7}__ <b>nej</b> ${7*7}";

        assertThat(Samples.text(maker.pdf("sample", Samples.model(text, 1)))).contains(text);
    }

    @Test
    void joinsWhatItCanAndSaysWhatItCannot() throws Exception {
        byte[] bundle = maker.bundle(List.of(
                new Part("Godkendelser", maker.pdf("sample", Samples.model("første del", 1))),
                new Part("Faktura 4711", "%PDF-1.7 rubbish".getBytes(StandardCharsets.UTF_8)),
                new Part("Faktura 4712", Samples.locked("hemmelig")),
                new Part("Faktura 4713", Samples.locked("")),
                new Part("Kvittering", Samples.picture("jpeg", 400, 300)),
                new Part("Tom", new byte[0]),
                new Part("Slut", maker.pdf("sample", Samples.model("sidste del", 1)))));

        assertThat(Samples.text(bundle))
                .contains("første del")
                .contains("PDF-filen Faktura 4711 er beskadiget")
                .contains("PDF-filen Faktura 4712 er låst med en adgangskode")
                .contains("Filen Tom er tom")
                .contains("sidste del");
        try (PDDocument document = Loader.loadPDF(bundle)) {
            assertThat(document.getNumberOfPages()).isEqualTo(8);
            assertThat(document.isEncrypted()).isFalse();
        }
    }

    @Test
    void bundlesLeaveScriptsBehind() throws Exception {
        byte[] scripted;
        try (PDDocument document = Loader.loadPDF(Samples.pdf(1));
                var out = new java.io.ByteArrayOutputStream()) {
            document.getDocumentCatalog().setOpenAction(new PDActionJavaScript("app.alert('hej')"));
            document.save(out);
            scripted = out.toByteArray();
        }

        try (PDDocument bundle = Loader.loadPDF(maker.merge(List.of(scripted, scripted)))) {
            assertThat(bundle.getDocumentCatalog().getOpenAction()).isNull();
            assertThat(bundle.getNumberOfPages()).isEqualTo(2);
        }
    }
}
