package dk.klyngeflow.documents;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Reads pictures, such as a photographed receipt, and draws them anew, so that nothing but the picture itself is shown on. */
final class Pictures {

    private static final long LARGEST = 60_000_000;

    private Pictures() {}

    /** Reads only the head. */
    static void check(byte[] picture) throws IOException {
        read(picture, reader -> {
            pixels(reader);
            return true;
        });
    }

    /** At most about {@code width} wide, upright, on white. */
    static BufferedImage read(byte[] picture, int width) throws IOException {
        int orientation = ExifOrientation.of(picture);
        BufferedImage raw = read(picture, reader -> {
            pixels(reader);
            int across = orientation >= 5 ? reader.getHeight(0) : reader.getWidth(0);
            ImageReadParam param = reader.getDefaultReadParam();
            int step = Math.max(1, across / (2 * width));
            param.setSourceSubsampling(step, step, 0, 0);
            return reader.read(0, param);
        });
        return drawn(raw, orientation, width);
    }

    static byte[] png(BufferedImage image) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static BufferedImage drawn(BufferedImage raw, int orientation, int width) {
        boolean turned = orientation >= 5;
        int w = turned ? raw.getHeight() : raw.getWidth();
        int h = turned ? raw.getWidth() : raw.getHeight();
        double scale = Math.min(1, (double) width / w);
        BufferedImage image = new BufferedImage(
                Math.max(1, (int) Math.round(w * scale)),
                Math.max(1, (int) Math.round(h * scale)),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        AffineTransform transform = AffineTransform.getScaleInstance(scale, scale);
        transform.concatenate(ExifOrientation.upright(orientation, raw.getWidth(), raw.getHeight()));
        graphics.drawImage(raw, transform, null);
        graphics.dispose();
        return image;
    }

    private static void pixels(ImageReader reader) throws IOException {
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (pixels <= 0 || pixels > LARGEST) {
            throw new IOException("a picture of " + pixels + " pixels");
        }
    }

    private static <T> T read(byte[] picture, Reading<T> reading) throws IOException {
        String format = Sniffed.of(picture).kind() == Inspection.Kind.PNG ? "png" : "jpeg";
        Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
        ImageReader reader = readers.next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(picture))) {
            reader.setInput(in, true, true);
            return reading.from(reader);
        } catch (RuntimeException e) {
            // the readers of the JDK answer some broken files this way
            throw new IOException("the picture is broken", e);
        } finally {
            reader.dispose();
        }
    }

    private interface Reading<T> {
        T from(ImageReader reader) throws IOException;
    }
}
