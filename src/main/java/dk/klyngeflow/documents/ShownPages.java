package dk.klyngeflow.documents;

import dk.klyngeflow.documents.Inspection.Kind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The pages of any kept document as pictures: of a PDF itself, of a photo drawn anew, of a file that a {@link PagePreview} knows. */
@Component
class ShownPages {

    private static final int CACHE_BYTES = 4 * 1024 * 1024;

    private final Documents documents;
    private final PageImages images;
    private final PdfMaker pdfMaker;
    private final ObjectProvider<PagePreview> previews;
    private final PictureCache made = new PictureCache(CACHE_BYTES);

    ShownPages(Documents documents, PageImages images, PdfMaker pdfMaker, ObjectProvider<PagePreview> previews) {
        this.documents = documents;
        this.images = images;
        this.pdfMaker = pdfMaker;
        this.previews = previews;
    }

    /** @param message Danish, when there is nothing to show or not all of it */
    record Extent(int pages, @Nullable String message) {}

    Extent extent(Document document) {
        byte[] content = documents.content(document.clusterId(), document.id());
        Inspection inspection = documents.inspect(content, document.fileName());
        if (!inspection.readable()) {
            return new Extent(0, inspection.message());
        }
        if (inspection.kind() == Kind.XML) {
            return preview(document, content)
                    .map(pdf -> new Extent(images.pages(pdf), null))
                    .orElseGet(() -> new Extent(0, "Filen kan ikke vises som en side. Hent originalen i stedet."));
        }
        return inspection.pages() <= PageImages.MOST_PAGES
                ? new Extent(inspection.pages(), null)
                : new Extent(
                        PageImages.MOST_PAGES,
                        "Dokumentet har " + inspection.pages() + " sider. Her vises de første " + PageImages.MOST_PAGES
                                + "; hent originalen for at se resten.");
    }

    /** @throws PageImages.CannotShow with a Danish message */
    byte[] png(Document document, int page, int width) {
        byte[] content = documents.content(document.clusterId(), document.id());
        return switch (Sniffed.of(content).kind()) {
            case PDF -> images.png(content, page, width);
            case PNG, JPEG -> {
                if (page != 1) {
                    throw new PageImages.CannotShow("Et billede har kun én side.");
                }
                yield images.picture(content, width);
            }
            case XML ->
                images.png(
                        preview(document, content)
                                .orElseThrow(() -> new PageImages.CannotShow("Filen kan ikke vises som en side.")),
                        page,
                        width);
            case OTHER -> throw new PageImages.CannotShow("Filtypen kan ikke vises.");
        };
    }

    private Optional<byte[]> preview(Document document, byte[] content) {
        Optional<byte[]> before = made.get(document.sha256());
        if (before.isPresent()) {
            return before;
        }
        List<PagePreview> all = previews.orderedStream().toList();
        Optional<byte[]> pdf = all.stream()
                .flatMap(preview -> preview.page(document, content).stream())
                .findFirst()
                .map(page -> pdfMaker.pdf(page.template(), page.model()));
        pdf.ifPresent(bytes -> made.put(document.sha256(), bytes));
        return pdf;
    }
}
