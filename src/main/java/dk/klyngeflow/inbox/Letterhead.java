package dk.klyngeflow.inbox;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Tells the logos that stand in the text of a mail from a photo that somebody has put there. In doubt it is a photo. */
final class Letterhead {

    private static final int NARROW = 48;
    private static final int NOTHING = 512;
    private static final int PIXELS_OF_A_LOGO = 50_000;

    private Letterhead() {}

    static boolean isOf(byte[] picture) {
        try (ImageInputStream content = ImageIO.createImageInputStream(new ByteArrayInputStream(picture))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(content);
            if (!readers.hasNext()) {
                return new String(
                                picture, 0, Math.min(picture.length, 512), java.nio.charset.StandardCharsets.ISO_8859_1)
                        .contains("<svg");
            }
            ImageReader reader = readers.next();
            reader.setInput(content, true, true);
            int width = reader.getWidth(0);
            int height = reader.getHeight(0);
            boolean isPhoto = reader.getFormatName().equalsIgnoreCase("jpeg");
            reader.dispose();
            return Math.min(width, height) < NARROW || (!isPhoto && (long) width * height < PIXELS_OF_A_LOGO);
        } catch (IOException | RuntimeException broken) {
            return picture.length < NOTHING;
        }
    }
}
