package dk.klyngeflow.einvoices;

import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** An invoice as a page that people can read, since an XML file cannot be shown beside a form. */
@Component
public class InvoiceSheet {

    /** The page in {@code templates/documents}, for those who make a PDF of {@link #model}. */
    public static final String TEMPLATE = "einvoice";

    private final ITemplateEngine templates;

    InvoiceSheet(ITemplateEngine templates) {
        this.templates = templates;
    }

    /** A self-contained page in Danish (CSS 2.1, no scripts, nothing fetched), ready to become a PDF. */
    public String html(EInvoice invoice) {
        return templates.process("documents/" + TEMPLATE, new Context(Locale.forLanguageTag("da"), model(invoice)));
    }

    /** What the page shows. Text of the supplier is escaped by the template and never becomes one. */
    public Map<String, Object> model(EInvoice invoice) {
        return Map.of("invoice", invoice, "show", new ShownInvoice(invoice));
    }
}
