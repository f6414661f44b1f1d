package dk.klyngeflow.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.junit.jupiter.api.Test;

class PageImagesTest {

    final PageImages images = new PageImages(Samples.BOUNDED);

    @Test
    void drawsAPageAsWideAsAsked() throws Exception {
        byte[] pdf = Samples.pdfMaker().pdf("sample", Samples.model("æøå", 90));

        BufferedImage page = read(images.png(pdf, 2, 600));

        assertThat(images.pages(pdf)).isEqualTo(3);
        assertThat(page.getWidth()).isBetween(599, 601);
        assertThat(page.getHeight()).isBetween(845, 852);
        assertThat(darkPixels(page)).isGreaterThan(1000);
    }

    @Test
    void boundsWidthAndPixels() throws Exception {
        assertThat(read(images.png(Samples.pdf(1), 1, 100_000)).getWidth()).isLessThanOrEqualTo(2000);
        assertThat(read(images.png(Samples.pdf(1), 1, -5)).getWidth()).isBetween(79, 81);
        byte[] strip;
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.addPage(new PDPage(new PDRectangle(1, 14_400)));
            document.save(out);
            strip = out.toByteArray();
        }
        BufferedImage drawn = read(images.png(strip, 1, 2000));
        assertThat((long) drawn.getWidth() * drawn.getHeight()).isLessThan(9_000_000);
    }

    @Test
    void saysThatThereIsNoSuchPage() {
        byte[] pdf = Samples.pdf(2);
        for (int page : new int[] {0, -1, 3, 51}) {
            assertThatThrownBy(() -> images.png(pdf, page, 500)).isInstanceOf(PageImages.CannotShow.class);
        }
        assertThat(images.pages(Samples.pdf(60))).isEqualTo(50);
    }

    @Test
    void saysThatAFileCannotBeShown() throws Exception {
        assertThat(images.pages(Samples.locked("x"))).isZero();
        byte[] locked = Samples.locked("x");
        assertThatThrownBy(() -> images.png(locked, 1, 500))
                .isInstanceOf(PageImages.CannotShow.class)
                .hasMessage("Siden kan ikke vises. Hent originalen i stedet.");
    }

    @Test
    void giveUpOnAFileThatTakesTooLong() {
        BoundedWork impatient = new BoundedWork(Duration.ofMillis(50));
        CountDownLatch never = new CountDownLatch(1);

        assertThatThrownBy(() -> impatient.run(() -> {
                    never.await();
                    return true;
                }))
                .isInstanceOf(BoundedWork.Failed.class);
    }

    @Test
    void turnsAPhotoUpright() throws Exception {
        byte[] lying = withOrientation(Samples.picture("jpeg", 400, 200), 6);

        BufferedImage upright = read(images.picture(lying, 1000));

        assertThat(upright.getWidth()).isEqualTo(200);
        assertThat(upright.getHeight()).isEqualTo(400);
        // what was on the left is on top
        assertThat(upright.getRGB(100, 50) & 0xff).isLessThan(60);
        assertThat(upright.getRGB(100, 350) & 0xff).isGreaterThan(200);
    }

    @Test
    void drawsALargePhotoSmaller() throws Exception {
        assertThat(read(images.picture(Samples.picture("png", 3000, 1500), 800)).getWidth())
                .isEqualTo(800);
    }

    @Test
    void forgetsTheOldestPictureFirst() {
        PictureCache cache = new PictureCache(100);
        cache.put("a", new byte[40]);
        cache.put("b", new byte[40]);
        assertThat(cache.get("a")).isPresent();
        cache.put("c", new byte[40]);
        cache.put("huge", new byte[80]);

        assertThat(cache.get("a")).isPresent();
        assertThat(cache.get("b")).isEmpty();
        assertThat(cache.get("c")).isPresent();
        assertThat(cache.get("huge")).isEmpty();
    }

    private static byte[] withOrientation(byte[] jpeg, int orientation) {
        byte[] exif = {
            (byte) 0xff,
            (byte) 0xe1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            0x01,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0
        };
        byte[] result = new byte[jpeg.length + exif.length];
        System.arraycopy(jpeg, 0, result, 0, 2);
        System.arraycopy(exif, 0, result, 2, exif.length);
        System.arraycopy(jpeg, 2, result, 2 + exif.length, jpeg.length - 2);
        return result;
    }

    private static BufferedImage read(byte[] png) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    private static int darkPixels(BufferedImage image) {
        int dark = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                dark += (image.getRGB(x, y) & 0xff) < 100 ? 1 : 0;
            }
        }
        return dark;
    }
}
