package dk.klyngeflow.documents;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.concurrent.Callable;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.springframework.stereotype.Component;

/**
 * Draws the pages of a PDF as pictures. The browser then shows exactly what is on the page and runs nothing that is in the file. Pages,
 * pixels and time are bounded; what was drawn is kept for a while.
 */
@Component
public class PageImages {

    /** Pages after this one are not drawn; the original can be downloaded. */
    public static final int MOST_PAGES = 50;

    static final int NARROWEST = 80;
    static final int WIDEST = 2000;
    private static final double MOST_PIXELS = 5_000_000;
    static final String MISSING = "Et billede på siden kan ikke vises her. Hent originalen for at se det.";
    private static final int CACHE_BYTES = 16 * 1024 * 1024;

    private final BoundedWork bounded;
    private final PictureCache cache = new PictureCache(CACHE_BYTES);

    PageImages(BoundedWork bounded) {
        this.bounded = bounded;
    }

    /**
     * @return how many pages can be shown, at most {@link #MOST_PAGES}; 0 when the file cannot be read
     */
    public int pages(byte[] pdf) {
        try {
            return bounded.run(() -> {
                try (PDDocument document = PdfFiles.open(pdf)) {
                    return Math.min(MOST_PAGES, document.getNumberOfPages());
                }
            });
        } catch (BoundedWork.Failed unreadable) {
            return 0;
        }
    }

    /**
     * @param page from 1
     * @param widthPx is brought into what is allowed (80 to 2000)
     * @throws CannotShow with a Danish message
     */
    public byte[] png(byte[] pdf, int page, int widthPx) {
        int width = Math.min(WIDEST, Math.max(NARROWEST, widthPx));
        String key = Documents.sha256(pdf) + "/" + page + "/" + width;
        return cache.get(key).orElseGet(() -> {
            byte[] png = draw(pdf, page, width);
            cache.put(key, png);
            return png;
        });
    }

    /** Draws a PNG or JPEG anew, upright and no wider than asked. */
    byte[] picture(byte[] picture, int widthPx) {
        int width = Math.min(WIDEST, Math.max(NARROWEST, widthPx));
        String key = Documents.sha256(picture) + "/1/" + width;
        return cache.get(key).orElseGet(() -> {
            byte[] png = bounded(() -> Pictures.png(Pictures.read(picture, width)));
            cache.put(key, png);
            return png;
        });
    }

    private byte[] draw(byte[] pdf, int page, int width) {
        if (page < 1 || page > MOST_PAGES) {
            throw new CannotShow("Der er ikke nogen side " + page + " at vise.");
        }
        return bounded(() -> {
            try (PDDocument document = PdfFiles.open(pdf)) {
                if (page > document.getNumberOfPages()) {
                    throw new CannotShow("Dokumentet har kun " + document.getNumberOfPages() + " sider.");
                }
                PdfFiles.refuseHugePictures(document);
                return Pictures.png(draw(document, page - 1, width));
            }
        });
    }

    private static BufferedImage draw(PDDocument document, int index, int width) throws IOException {
        PDRectangle box = document.getPage(index).getCropBox();
        boolean turned = document.getPage(index).getRotation() % 180 != 0;
        double across = Math.max(1, turned ? box.getHeight() : box.getWidth());
        double down = Math.max(1, turned ? box.getWidth() : box.getHeight());
        double scale = Math.min(width / across, Math.sqrt(MOST_PIXELS / (across * down)));
        PageRenderer renderer = new PageRenderer(document);
        renderer.setSubsamplingAllowed(true);
        BufferedImage page = renderer.renderImage(index, (float) scale, ImageType.RGB);
        return renderer.hasFailed() ? marked(page) : page;
    }

    /** Says on the page itself that something of it is missing: a blank page looks as if there were nothing to see. */
    private static BufferedImage marked(BufferedImage page) throws IOException {
        BufferedImage note = PageRenderer.note(page.getWidth(), MISSING);
        Graphics2D graphics = page.createGraphics();
        graphics.drawImage(note, 0, 0, null);
        graphics.dispose();
        return page;
    }

    private byte[] bounded(Callable<byte[]> work) {
        try {
            return bounded.run(work);
        } catch (BoundedWork.Failed e) {
            if (e.getCause() instanceof CannotShow known) {
                throw known;
            }
            throw new CannotShow("Siden kan ikke vises. Hent originalen i stedet.");
        }
    }

    /** A page cannot be drawn; the message is Danish. */
    public static final class CannotShow extends RuntimeException {
        private final String danish;

        CannotShow(String danish) {
            super(danish);
            this.danish = danish;
        }

        public String danish() {
            return danish;
        }
    }
}
