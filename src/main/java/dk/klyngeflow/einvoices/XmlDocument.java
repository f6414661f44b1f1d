package dk.klyngeflow.einvoices;

import java.io.IOException;
import java.io.StringReader;
import java.util.Locale;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.XMLReader;
import org.xml.sax.ext.DefaultHandler2;

/**
 * Parses a stranger's XML: no document type, no entities, nothing fetched, everything counted. The JDK's own parser is asked for by name,
 * so that what lies on the class path cannot put another one in its place.
 */
final class XmlDocument {

    static final int MAX_DEPTH = 100;
    static final int MAX_ELEMENTS = 200_000;
    static final int MAX_ATTRIBUTES = 100;
    private static final int MAX_NAME = 1_000;

    private static final String XINCLUDE = "http://www.w3.org/2001/XInclude";
    private static final String LINE = "line";

    private XmlDocument() {}

    static Document parse(String text) throws NotReadable {
        try {
            Document document = DocumentBuilderFactory.newDefaultNSInstance()
                    .newDocumentBuilder()
                    .newDocument();
            // thrown away when the parser stops half-way
            TreeBuilder builder = new TreeBuilder(document);
            XMLReader reader = reader();
            reader.setContentHandler(builder);
            reader.setErrorHandler(builder);
            reader.setEntityResolver(builder);
            reader.setProperty("http://xml.org/sax/properties/lexical-handler", builder);
            reader.parse(new InputSource(new StringReader(text)));
            return document;
        } catch (Refused refused) {
            throw new NotReadable(refused.danish);
        } catch (SAXParseException broken) {
            throw new NotReadable(broken(broken));
        } catch (SAXException | IOException | ParserConfigurationException broken) {
            throw new NotReadable("Filen er ikke gyldig XML. Bed leverandøren sende fakturaen igen.");
        }
    }

    /** The line of an element in the file, 0 when it is not known. */
    static int line(@Nullable Node node) {
        return node != null && node.getUserData(LINE) instanceof Integer line ? line : 0;
    }

    private static XMLReader reader() throws ParserConfigurationException, SAXException {
        SAXParserFactory factory = SAXParserFactory.newDefaultNSInstance();
        factory.setXIncludeAware(false);
        factory.setValidating(false);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
        factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        XMLReader reader = factory.newSAXParser().getXMLReader();
        reader.setProperty("http://www.oracle.com/xml/jaxp/properties/elementAttributeLimit", MAX_ATTRIBUTES);
        reader.setProperty("http://www.oracle.com/xml/jaxp/properties/maxXMLNameLimit", MAX_NAME);
        return reader;
    }

    private static String broken(SAXParseException e) {
        String said = e.getMessage() == null ? "" : e.getMessage().toUpperCase(Locale.ROOT);
        if (said.contains("DOCTYPE")) {
            return "Filen indeholder en dokumenttype (DOCTYPE). Det må en e-faktura ikke, og den læses derfor ikke. "
                    + "Bed leverandøren sende en almindelig OIOUBL- eller Peppol-faktura.";
        }
        String where = e.getLineNumber() > 0 ? " (linje " + e.getLineNumber() + ")" : "";
        return "Filen er ikke gyldig XML" + where
                + ": den er ødelagt eller afbrudt. Bed leverandøren sende fakturaen igen.";
    }

    /** Thrown through the parser when a limit is passed. */
    private static final class Refused extends SAXException {
        private static final long serialVersionUID = 1L;
        private final String danish;

        Refused(String danish) {
            super(danish);
            this.danish = danish;
        }
    }

    private static final class TreeBuilder extends DefaultHandler2 {
        private final Document document;
        private final StringBuilder text = new StringBuilder();
        private Node current;
        private @Nullable Locator locator;
        private int depth;
        private int elements;

        TreeBuilder(Document document) {
            this.document = document;
            this.current = document;
        }

        @Override
        public void setDocumentLocator(Locator locator) {
            this.locator = locator;
        }

        @Override
        public void startElement(String uri, String localName, String qName, Attributes attributes)
                throws SAXException {
            if (++depth > MAX_DEPTH || ++elements > MAX_ELEMENTS) {
                throw new Refused("Filen er for stor eller for indviklet til at være en faktura (højst " + MAX_ELEMENTS
                        + " felter i " + MAX_DEPTH + " niveauer).");
            }
            if (XINCLUDE.equals(uri)) {
                throw new Refused(
                        "Filen henviser til indhold et andet sted (XInclude). Det hentes ikke, og filen læses derfor ikke.");
            }
            flush();
            Element element = document.createElementNS(uri.isEmpty() ? null : uri, qName);
            for (int i = 0; i < attributes.getLength(); i++) {
                String namespace = attributes.getURI(i);
                element.setAttributeNS(
                        namespace.isEmpty() ? null : namespace, attributes.getQName(i), attributes.getValue(i));
            }
            element.setUserData(LINE, locator == null ? 0 : locator.getLineNumber(), null);
            current.appendChild(element);
            current = element;
        }

        @Override
        public void endElement(String uri, String localName, String qName) {
            flush();
            depth--;
            Node parent = current.getParentNode();
            if (parent != null) {
                current = parent;
            }
        }

        @Override
        public void characters(char[] ch, int start, int length) {
            text.append(ch, start, length);
        }

        @Override
        public InputSource resolveEntity(String name, @Nullable String publicId, String base, String systemId) {
            return new InputSource(new StringReader(""));
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        private void flush() {
            if (!text.isEmpty() && current != document) {
                current.appendChild(document.createTextNode(text.toString()));
            }
            text.setLength(0);
        }
    }
}
