package dk.klyngeflow.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scanners pack pages as JBIG2 and JPEG 2000: they are seen, or it is said on the page that they cannot be. */
class ScansTest {

    private static final int NOTE = 0xffedb3;

    final PageImages images = new PageImages(Samples.BOUNDED);

    @ParameterizedTest
    @ValueSource(strings = {"bitmap-mmr.pdf", "jp2k-resetprob.pdf"})
    void isShown(String name) throws Exception {
        BufferedImage page = read(images.png(scan(name), 1, 600));

        assertThat(colours(page)).as("something is drawn").hasSizeGreaterThan(1);
        assertThat(hasNote(page)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bitmap-mmr.pdf", "jp2k-resetprob.pdf"})
    void saysOnThePageThatADamagedOneCannotBeShown(String name) throws Exception {
        byte[] damaged =
                changed(scan(name), bytes -> Arrays.copyOf("no picture at all".getBytes(StandardCharsets.UTF_8), 17));

        assertThat(hasNote(read(images.png(damaged, 1, 600)))).isTrue();
    }

    @Test
    void isNotUnpackedWhenItClaimsToBeHuge() throws Exception {
        byte[] jpeg2000 = changed(scan("jp2k-resetprob.pdf"), bytes -> {
            int at = indexOf(bytes, new byte[] {(byte) 0xff, 0x4f, (byte) 0xff, 0x51});
            put(bytes, at + 8, 0x7ffffff0);
            put(bytes, at + 12, 0x7ffffff0);
            return bytes;
        });
        byte[] jbig2 = changed(scan("bitmap-mmr.pdf"), bytes -> {
            // first segment: header of 11 bytes, then width and height of the page
            put(bytes, 11, 0x7ffffff0);
            put(bytes, 15, 0x7ffffff0);
            return bytes;
        });

        assertThatThrownBy(() -> images.png(jpeg2000, 1, 600)).isInstanceOf(PageImages.CannotShow.class);
        assertThatThrownBy(() -> images.png(jbig2, 1, 600)).isInstanceOf(PageImages.CannotShow.class);
    }

    private interface Change {
        byte[] of(byte[] bytes);
    }

    /** The only picture of the file, changed as it is packed. */
    private static byte[] changed(byte[] pdf, Change change) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf);
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            for (var object : document.getDocument().getObjectsByType(COSName.XOBJECT)) {
                if (object.getObject() instanceof COSStream picture) {
                    byte[] packed;
                    try (InputStream raw = picture.createRawInputStream()) {
                        packed = raw.readAllBytes();
                    }
                    try (var raw = picture.createRawOutputStream()) {
                        raw.write(change.of(packed));
                    }
                }
            }
            document.save(out);
            return out.toByteArray();
        }
    }

    private static void put(byte[] bytes, int at, int value) {
        java.nio.ByteBuffer.wrap(bytes).putInt(at, value);
    }

    private static int indexOf(byte[] bytes, byte[] part) {
        for (int i = 0; i + part.length <= bytes.length; i++) {
            if (Arrays.equals(bytes, i, i + part.length, part, 0, part.length)) {
                return i;
            }
        }
        throw new AssertionError("not there");
    }

    private static boolean hasNote(BufferedImage page) {
        return (page.getRGB(page.getWidth() - 3, 2) & 0xffffff) == NOTE;
    }

    private static Set<Integer> colours(BufferedImage page) {
        Set<Integer> colours = new HashSet<>();
        for (int x = 0; x < page.getWidth(); x++) {
            for (int y = 0; y < page.getHeight(); y++) {
                colours.add(page.getRGB(x, y));
            }
        }
        return colours;
    }

    private static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static byte[] scan(String name) throws IOException {
        try (InputStream in = ScansTest.class.getResourceAsStream("/scans/" + name)) {
            return in.readAllBytes();
        }
    }
}
