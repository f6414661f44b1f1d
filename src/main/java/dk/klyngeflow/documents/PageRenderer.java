package dk.klyngeflow.documents;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.pdfbox.pdmodel.graphics.image.PDImage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/** Draws pages and remembers when a picture could not be drawn, which PDFBox only logs. */
final class PageRenderer extends PDFRenderer {

    private static final int NOTE_HEIGHT = 30;
    private static final int NOTE_WIDTH = 600;

    private boolean failed;

    PageRenderer(PDDocument document) {
        super(document);
    }

    boolean hasFailed() {
        return failed;
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        return new Drawer(parameters);
    }

    /** A strip with a sentence, as wide as the page; drawn by PDFBox, which brings its fonts along. */
    static BufferedImage note(int width, String sentence) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PDPage page = new PDPage(new PDRectangle(NOTE_WIDTH, NOTE_HEIGHT));
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.setNonStrokingColor(1f, 0.93f, 0.7f);
                content.addRect(0, 0, NOTE_WIDTH, NOTE_HEIGHT);
                content.fill();
                content.setNonStrokingColor(0f, 0f, 0f);
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA_BOLD), 14);
                content.newLineAtOffset(12, 10);
                content.showText(sentence);
                content.endText();
            }
            return new PDFRenderer(document).renderImage(0, (float) width / NOTE_WIDTH, ImageType.RGB);
        }
    }

    private final class Drawer extends PageDrawer {

        Drawer(PageDrawerParameters parameters) throws IOException {
            super(parameters);
        }

        @Override
        public void drawImage(PDImage image) throws IOException {
            try {
                super.drawImage(image);
            } catch (IOException | RuntimeException broken) {
                // whatever a decoder stumbles over; the rest of the page is still worth seeing
                failed = true;
            }
        }

        @Override
        protected void operatorException(Operator operator, List<COSBase> operands, IOException broken)
                throws IOException {
            failed = true;
            super.operatorException(operator, operands, broken);
        }
    }
}
