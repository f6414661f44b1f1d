package dk.klyngeflow.einvoices;

import dk.klyngeflow.documents.Document;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.documents.Inspection;
import dk.klyngeflow.documents.PagePreview;
import dk.klyngeflow.documents.PdfMaker;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes an electronic invoice into pages that people can read. */
@Component
public class VoucherPages implements PagePreview {

    private final InvoiceReader reader;
    private final InvoiceSheet invoicePage;
    private final Documents documents;
    private final PdfMaker pdfs;

    VoucherPages(InvoiceReader reader, InvoiceSheet invoicePage, Documents documents, PdfMaker pdfs) {
        this.reader = reader;
        this.invoicePage = invoicePage;
        this.documents = documents;
        this.pdfs = pdfs;
    }

    @Override
    public Optional<Page> page(Document document, byte[] content) {
        return reader.readQuickly(content) instanceof Reading.Read read
                ? Optional.of(new Page(InvoiceSheet.TEMPLATE, invoicePage.model(read.invoice())))
                : Optional.empty();
    }

    /** The document as a PDF or picture: an electronic invoice rendered, everything else as it is. */
    public byte[] shown(String clusterId, String documentId) {
        Document document = documents
                .find(clusterId, documentId)
                .orElseThrow(() -> new IllegalStateException("no document " + clusterId + "/" + documentId));
        byte[] content = documents.content(clusterId, documentId);
        if (documents.inspect(content, document.fileName()).kind() != Inspection.Kind.XML) {
            return content;
        }
        return page(document, content)
                .map(page -> pdfs.pdf(page.template(), page.model()))
                .orElse(content);
    }
}
