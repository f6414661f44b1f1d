package dk.klyngeflow.documents;

import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;

/** Opens PDF files that may come from anybody. */
final class PdfFiles {

    private static final long IN_MEMORY = 32L * 1024 * 1024;
    private static final long ON_DISK = 256L * 1024 * 1024;
    private static final long LARGEST_PICTURE = 100_000_000;

    private PdfFiles() {}

    /** @throws org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException when it needs a password to be read */
    static PDDocument open(byte[] pdf) throws IOException {
        return Loader.loadPDF(
                pdf, "", null, null, MemoryUsageSetting.setupMixed(IN_MEMORY, IN_MEMORY + ON_DISK).streamCache);
    }

    /** A few bytes can declare a picture that fills the memory once it is unpacked. */
    static void refuseHugePictures(PDDocument document) throws IOException {
        for (COSObject object : document.getDocument().getObjectsByType(COSName.XOBJECT)) {
            if (object.getObject() instanceof COSStream stream
                    && COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))
                    && stream.getLong(COSName.WIDTH, 0) * stream.getLong(COSName.HEIGHT, 0) > LARGEST_PICTURE) {
                throw new IOException("a picture in the file is too large");
            }
        }
    }
}
