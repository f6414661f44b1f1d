package dk.klyngeflow.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;

/**
 * How large pictures in JBIG2 and JPEG 2000 say they are themselves: their decoders believe that and not what the PDF says, and make room for
 * it at once.
 */
final class ScannedPictures {

    private static final int JPEG_2000_SIZES = 0xff4fff51;
    private static final int MOST_COMPONENTS = 4;
    private static final int MOST_BYTES = 10 * 1024 * 1024;
    private static final int JBIG2_PAGE = 48;
    private static final int JBIG2_PATTERNS = 16;
    private static final int SHORT_SEGMENT_REFERENCES = 4;

    private ScannedPictures() {}

    /** The largest number of values that any part of the picture claims; 0 for pictures of other kinds. */
    static long pixels(COSStream picture) throws IOException {
        boolean isJpeg2000 = isEncodedAs(picture, COSName.JPX_DECODE);
        if (!isJpeg2000 && !isEncodedAs(picture, COSName.JBIG2_DECODE)) {
            return 0;
        }
        try (InputStream raw = picture.createRawInputStream()) {
            ByteBuffer bytes = ByteBuffer.wrap(raw.readNBytes(MOST_BYTES));
            return isJpeg2000 ? jpeg2000(bytes) : jbig2(bytes);
        }
    }

    private static boolean isEncodedAs(COSStream picture, COSName filter) {
        COSBase filters = picture.getFilters();
        if (filters instanceof COSArray several) {
            for (COSBase each : several) {
                if (filter.equals(each)) {
                    return true;
                }
            }
            return false;
        }
        return filter.equals(filters);
    }

    private static long jpeg2000(ByteBuffer bytes) {
        long largest = 0;
        for (int at = 0; at + 42 <= bytes.limit(); at++) {
            if (bytes.getInt(at) == JPEG_2000_SIZES) {
                long width = unsigned(bytes, at + 8) - unsigned(bytes, at + 16);
                long height = unsigned(bytes, at + 12) - unsigned(bytes, at + 20);
                long components = Short.toUnsignedLong(bytes.getShort(at + 40));
                largest = Math.max(largest, area(width, height) * Math.max(1, components / MOST_COMPONENTS));
            }
        }
        return largest;
    }

    /** The page and every region in it; a picture may also be cut off in the middle of a segment. */
    private static long jbig2(ByteBuffer bytes) {
        long largest = 0;
        int at = 0;
        while (at >= 0 && at + 11 <= bytes.limit()) {
            long number = unsigned(bytes, at);
            int flags = bytes.get(at + 4);
            int type = flags & 0x3f;
            int references = (bytes.get(at + 5) & 0xff) >> 5;
            int header = 6;
            if (references > SHORT_SEGMENT_REFERENCES) {
                references = bytes.getInt(at + 5) & 0x1fffffff;
                header = 9 + (references + 8) / 8;
            }
            int reference = number <= 256 ? 1 : number <= 65_536 ? 2 : 4;
            long data = at + header + (long) references * reference + ((flags & 0x40) == 0 ? 1 : 4) + 4;
            if (data > bytes.limit()) {
                return largest;
            }
            long length = unsigned(bytes, (int) data - 4);
            boolean isRegion = type == JBIG2_PAGE || (type >= 4 && type <= 43 && type != JBIG2_PATTERNS);
            if (isRegion && data + 8 <= bytes.limit()) {
                long height = unsigned(bytes, (int) data + 4);
                // a page may leave its height open until its last stripe
                largest = Math.max(largest, area(unsigned(bytes, (int) data), height == 0xffffffffL ? 1 : height));
            }
            if (type == JBIG2_PATTERNS && data + 7 <= bytes.limit()) {
                long width = bytes.get((int) data + 1) & 0xff;
                long height = bytes.get((int) data + 2) & 0xff;
                largest = Math.max(largest, area(width * (unsigned(bytes, (int) data + 3) + 1), height));
            }
            if (type >= 20 && type <= 23 && data + 26 <= bytes.limit()) {
                // the grid of a halftone has a size of its own
                largest = Math.max(largest, area(unsigned(bytes, (int) data + 18), unsigned(bytes, (int) data + 22)));
            }
            long next = data + length;
            at = next >= bytes.limit() ? -1 : (int) next;
        }
        return largest;
    }

    private static long area(long width, long height) {
        return width <= 0 || height <= 0
                ? 0
                : width > Integer.MAX_VALUE || height > Integer.MAX_VALUE
                        ? Long.MAX_VALUE / MOST_COMPONENTS / 16_384
                        : Math.min(width * height, Long.MAX_VALUE / MOST_COMPONENTS / 16_384);
    }

    private static long unsigned(ByteBuffer bytes, int at) {
        return Integer.toUnsignedLong(bytes.getInt(at));
    }
}
