package dk.klyngeflow.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dk.klyngeflow.documents.Inspection.Condition;
import dk.klyngeflow.documents.Inspection.Kind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class InspectorTest {

    final Inspector inspector = Samples.INSPECTOR;

    @Test
    void countsThePagesOfAPdf() {
        Inspection inspection = inspect(Samples.pdf(3));

        assertThat(inspection).isEqualTo(new Inspection(Kind.PDF, Condition.READABLE, "application/pdf", 3, null));
    }

    @Test
    void saysThatAPdfIsLocked() throws Exception {
        Inspection inspection = inspect(Samples.locked("hemmelig"));

        assertThat(inspection.condition()).isEqualTo(Condition.ENCRYPTED);
        assertThat(inspection.message()).contains("låst med en adgangskode");
    }

    @Test
    void readsAPdfThatIsOnlyLockedAgainstChanges() throws Exception {
        assertThat(inspect(Samples.locked("")).pages()).isEqualTo(2);
    }

    @Test
    void saysThatAPdfIsBroken() {
        assertThat(inspect("%PDF-1.4\n%%EOF".getBytes(StandardCharsets.UTF_8)).condition())
                .isEqualTo(Condition.BROKEN);
        byte[] noise = new byte[50_000];
        new Random(1).nextBytes(noise);
        System.arraycopy("%PDF-1.4\n".getBytes(StandardCharsets.UTF_8), 0, noise, 0, 9);
        assertThat(inspect(noise).message()).contains("beskadiget");
    }

    @Test
    void neverFailsOnAFileThatIsCutOff() {
        byte[] pdf = Samples.pdf(2);
        for (int length = 0; length < pdf.length; length += 7) {
            assertThat(inspect(Arrays.copyOf(pdf, length))).isNotNull();
        }
    }

    @Test
    void saysThatAFileIsEmpty() {
        assertThat(inspect(new byte[0]).condition()).isEqualTo(Condition.EMPTY);
    }

    @Test
    void trustsTheContentAndNotTheName() {
        assertThat(inspector
                        .inspect("MZ program".getBytes(StandardCharsets.UTF_8), "faktura.pdf")
                        .condition())
                .isEqualTo(Condition.WRONG_TYPE);
        assertThat(inspector.inspect(Samples.pdf(1), "faktura.txt").kind()).isEqualTo(Kind.PDF);
    }

    @Test
    void knowsXmlHoweverItBegins() {
        for (String xml : new String[] {
            "<?xml version=\"1.0\"?><a/>",
            "\ufeff<?xml version=\"1.0\"?><a/>",
            " \n<Invoice xmlns='x'>",
            "<!-- x --><a/>"
        }) {
            assertThat(inspect(xml.getBytes(StandardCharsets.UTF_8)).kind())
                    .as(xml)
                    .isEqualTo(Kind.XML);
        }
        assertThat(inspect("\ufeff<?xml version=\"1.0\"?><a/>".getBytes(StandardCharsets.UTF_16LE))
                        .kind())
                .isEqualTo(Kind.XML);
        assertThat(inspect("<!DOCTYPE html><html><body>".getBytes(StandardCharsets.UTF_8))
                        .message())
                .contains("webside");
    }

    @Test
    void knowsPicturesAndWhatTheyAreNot() throws Exception {
        assertThat(inspect(Samples.picture("png", 10, 10)).kind()).isEqualTo(Kind.PNG);
        assertThat(inspect(Samples.picture("jpeg", 10, 10)).pages()).isEqualTo(1);
        assertThat(inspect(Arrays.copyOf(Samples.picture("png", 10, 10), 12)).condition())
                .isEqualTo(Condition.BROKEN);
        assertThat(inspect("PK\u0003\u0004word/document.xml".getBytes(StandardCharsets.UTF_8))
                        .message())
                .contains("Word");
        assertThat(inspect("\0\0\0\u0018ftypheic\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1))
                        .message())
                .contains("HEIC");
    }

    /** A few bytes that claim to be 60,000 pixels wide and high. */
    @Test
    void refusesAPictureBomb() throws Exception {
        byte[] png = Samples.picture("png", 10, 10);
        java.nio.ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);

        assertThat(inspect(png).condition()).isEqualTo(Condition.BROKEN);
    }

    private Inspection inspect(byte[] content) {
        return inspector.inspect(content, "fil");
    }
}
