package dk.klyngeflow.documents;

import dk.klyngeflow.engine.CprNumbers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.text.PDFTextStripper;

/** Opens PDF files that may come from anybody. */
final class PdfFiles {

    private static final long IN_MEMORY = 32L * 1024 * 1024;
    private static final long ON_DISK = 256L * 1024 * 1024;
    private static final long LARGEST_PICTURE = 100_000_000;

    /** Ten digits in a row are many things; after this word they are one. */
    private static final Pattern CALLED_CPR =
            Pattern.compile("(?i)(?:cpr|personnummer|pers\\.?\\s*nr)\\D{0,20}" + CprNumbers.DATE + "\\d{4}(?!\\d)");

    private PdfFiles() {}

    /** @throws org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException when it needs a password to be read */
    static PDDocument open(byte[] pdf) throws IOException {
        return Loader.loadPDF(
                pdf, "", null, null, MemoryUsageSetting.setupMixed(IN_MEMORY, IN_MEMORY + ON_DISK).streamCache);
    }

    static List<Integer> pagesWithCprNumber(PDDocument document) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        List<Integer> found = new ArrayList<>();
        for (int page = 1; page <= Math.min(PageImages.MOST_PAGES, document.getNumberOfPages()); page++) {
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            String text = stripper.getText(document);
            if (CprNumbers.isWrittenIn(text) || CALLED_CPR.matcher(text).find()) {
                found.add(page);
            }
        }
        return found;
    }

    static FileWords words(PDDocument document) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        int read = Math.min(PageImages.MOST_PAGES, document.getNumberOfPages());
        List<String> pages = new ArrayList<>();
        for (int page = 1; page <= read; page++) {
            stripper.setStartPage(page);
            stripper.setEndPage(page);
            pages.add(stripper.getText(document));
        }
        PDDocumentInformation about = document.getDocumentInformation();
        String properties = Stream.of(about.getTitle(), about.getAuthor(), about.getSubject(), about.getKeywords())
                .filter(each -> each != null && !each.isBlank())
                .collect(Collectors.joining("\n"));
        boolean isWhole = read == document.getNumberOfPages() && pages.stream().noneMatch(String::isBlank);
        return new FileWords(pages, properties, isWhole);
    }

    static String text(PDDocument document) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setEndPage(PageImages.MOST_PAGES);
        return stripper.getText(document);
    }

    /** A few bytes can declare a picture that fills the memory once it is unpacked. */
    static void refuseHugePictures(PDDocument document) throws IOException {
        for (COSObject object : document.getDocument().getObjectsByType(COSName.XOBJECT)) {
            if (object.getObject() instanceof COSStream stream
                    && COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE))
                    && (stream.getLong(COSName.WIDTH, 0) * stream.getLong(COSName.HEIGHT, 0) > LARGEST_PICTURE
                            || ScannedPictures.pixels(stream) > LARGEST_PICTURE)) {
                throw new IOException("a picture in the file is too large");
            }
        }
    }
}
