package dk.klyngeflow.einvoices;

import com.helger.ubl21.UBL21Marshaller;
import dk.klyngeflow.einvoices.EInvoice.Kind;
import java.util.ArrayList;
import java.util.List;
import javax.xml.validation.Schema;
import javax.xml.validation.ValidatorHandler;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.Text;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.LocatorImpl;

/**
 * Checks a document against the schema of UBL 2.1, which all of UBL 2.0 fits too. The document is walked rather than read again, so that
 * what the schema complains about is the document without CPR numbers, and the place is known by line and by field.
 */
final class SchemaCheck {

    private static final int MOST_PROBLEMS = 20;
    private static final String XMLNS = "http://www.w3.org/2000/xmlns/";

    private final ValidatorHandler handler;
    private final LocatorImpl locator = new LocatorImpl();
    private final List<Problem> problems = new ArrayList<>();
    private @Nullable Element current;

    private SchemaCheck(Schema schema) {
        this.handler = schema.newValidatorHandler();
    }

    static List<Problem> check(Kind kind, Document document) {
        Schema schema = kind == Kind.INVOICE
                ? UBL21Marshaller.invoice().getSchema()
                : UBL21Marshaller.creditNote().getSchema();
        SchemaCheck check = new SchemaCheck(schema);
        check.run(document.getDocumentElement());
        return check.problems;
    }

    private void run(Element root) {
        handler.setErrorHandler(new Collector());
        handler.setDocumentLocator(locator);
        try {
            handler.startDocument();
            walk(root);
            handler.endDocument();
        } catch (SAXException enough) {
            if (problems.isEmpty()) {
                problems.add(Problem.error("SCHEMA", "", "Fakturaen følger ikke skemaet for UBL."));
            }
        }
    }

    private void walk(Element element) throws SAXException {
        current = element;
        locator.setLineNumber(XmlDocument.line(element));
        String namespace = element.getNamespaceURI() == null ? "" : element.getNamespaceURI();
        AttributesImpl attributes = new AttributesImpl();
        NamedNodeMap all = element.getAttributes();
        for (int i = 0; i < all.getLength(); i++) {
            Attr a = (Attr) all.item(i);
            if (!XMLNS.equals(a.getNamespaceURI())) {
                attributes.addAttribute(
                        a.getNamespaceURI() == null ? "" : a.getNamespaceURI(),
                        a.getLocalName(),
                        a.getName(),
                        "CDATA",
                        a.getValue());
            }
        }
        handler.startElement(namespace, element.getLocalName(), element.getTagName(), attributes);
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element e) {
                walk(e);
            } else if (child instanceof Text text) {
                char[] characters = text.getData().toCharArray();
                handler.characters(characters, 0, characters.length);
            }
        }
        current = element;
        handler.endElement(namespace, element.getLocalName(), element.getTagName());
    }

    private final class Collector implements ErrorHandler {

        private @Nullable Element last;

        @Override
        public void warning(SAXParseException e) {
            // nothing that concerns the invoice
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            // a wrong value is told twice, once for its type and once for its element
            if (current != last || last == null) {
                problems.add(SchemaTexts.translate(e, current));
            }
            last = current;
            if (problems.size() >= MOST_PROBLEMS) {
                throw e;
            }
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            error(e);
        }
    }
}
