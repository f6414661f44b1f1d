package dk.klyngeflow.documents;

import dk.klyngeflow.documents.PdfMaker.Part;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.springframework.stereotype.Component;

/** Puts several files into one PDF. What cannot be read gets a page that says so: a bundle for the accounts must never miss a voucher silently. */
@Component
class PdfBundle {

    private static final float MARGIN = 40;
    private static final int PICTURE_WIDTH = 1600;

    private final BoundedWork bounded;
    private final Inspector inspector;

    PdfBundle(BoundedWork bounded, Inspector inspector) {
        this.bounded = bounded;
        this.inspector = inspector;
    }

    interface Substitute {
        byte[] pdf(String title, String reason);
    }

    byte[] of(List<Part> parts, Substitute substitute) {
        List<byte[]> readable = new ArrayList<>();
        for (Part part : parts) {
            Inspection inspection = inspector.inspect(part.content(), part.title());
            try {
                readable.add(
                        switch (inspection.readable() ? inspection.kind() : Inspection.Kind.OTHER) {
                            case PDF -> bounded.run(() -> clean(part.content()));
                            case PNG, JPEG -> bounded.run(() -> ofPicture(part.content()));
                            case XML, OTHER ->
                                substitute.pdf(
                                        part.title(),
                                        inspection.message() == null ? Inspector.USABLE : inspection.message());
                        });
            } catch (BoundedWork.Failed e) {
                readable.add(substitute.pdf(part.title(), "Filen er beskadiget og kan ikke vises."));
            }
        }
        try {
            return joined(readable);
        } catch (IOException e) {
            throw new UncheckedIOException("bundle of " + parts.size() + " parts", e);
        }
    }

    private static byte[] joined(List<byte[]> pdfs) throws IOException {
        PDFMergerUtility merger = new PDFMergerUtility();
        try (PDDocument all = new PDDocument()) {
            List<PDDocument> open = new ArrayList<>();
            try {
                for (byte[] pdf : pdfs) {
                    PDDocument part = PdfFiles.open(pdf);
                    open.add(part);
                    merger.appendDocument(all, part);
                }
                return saved(all);
            } finally {
                // the joined document reads from its parts until it is saved
                for (PDDocument part : open) {
                    part.close();
                }
            }
        }
    }

    /** Only the pages: no scripts, no actions on opening, no forms, no attached files, no owner's lock. */
    private static byte[] clean(byte[] pdf) throws IOException {
        try (PDDocument source = PdfFiles.open(pdf);
                PDDocument target = new PDDocument()) {
            source.setAllSecurityToBeRemoved(true);
            if (source.getDocumentCatalog().getAcroForm() != null) {
                source.getDocumentCatalog().getAcroForm().flatten();
            }
            for (PDPage page : source.getPages()) {
                page.getCOSObject().removeItem(COSName.AA);
                page.getCOSObject().removeItem(COSName.ANNOTS);
                page.getCOSObject().removeItem(COSName.STRUCT_PARENTS);
                page.getCOSObject().removeItem(COSName.B);
                target.importPage(page).setResources(page.getResources());
            }
            return saved(target);
        }
    }

    private static byte[] ofPicture(byte[] picture) throws IOException {
        BufferedImage image = Pictures.read(picture, PICTURE_WIDTH);
        try (PDDocument document = new PDDocument()) {
            boolean wide = image.getWidth() > image.getHeight();
            PDRectangle a4 =
                    wide ? new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth()) : PDRectangle.A4;
            PDPage page = new PDPage(a4);
            document.addPage(page);
            PDImageXObject drawn = JPEGFactory.createFromImage(document, image, 0.85f);
            float scale = Math.min(
                    (a4.getWidth() - 2 * MARGIN) / image.getWidth(), (a4.getHeight() - 2 * MARGIN) / image.getHeight());
            float w = image.getWidth() * scale;
            float h = image.getHeight() * scale;
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.drawImage(drawn, (a4.getWidth() - w) / 2, a4.getHeight() - MARGIN - h, w, h);
            }
            return saved(document);
        }
    }

    private static byte[] saved(PDDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }
}
