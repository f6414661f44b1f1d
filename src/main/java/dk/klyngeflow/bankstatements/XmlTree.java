package dk.klyngeflow.bankstatements;

import static dk.klyngeflow.bankstatements.StatementReader.refused;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads a bounded XML file by local names: no document type, nothing from outside, not deeper or larger than a statement is. */
final class XmlTree {

    static final int DEEPEST = 40;
    static final int MOST_ELEMENTS = 400_000;
    static final int LONGEST_TEXT = 10_000;

    private XmlTree() {}

    /** @param currency what its attribute Ccy says, else empty */
    record Element(String name, String namespace, String currency, StringBuilder written, List<Element> children) {

        String text() {
            return written.toString().strip();
        }

        Optional<Element> child(String named) {
            return children.stream().filter(each -> each.name.equals(named)).findFirst();
        }

        List<Element> all(String named) {
            return children.stream().filter(each -> each.name.equals(named)).toList();
        }

        List<String> texts(String named) {
            return all(named).stream().map(Element::text).toList();
        }

        Optional<Element> at(String... path) {
            Optional<Element> found = Optional.of(this);
            for (String step : path) {
                found = found.flatMap(element -> element.child(step));
            }
            return found;
        }
    }

    static Element read(byte[] file) {
        try {
            XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
            factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
            factory.setProperty(XMLInputFactory.IS_COALESCING, false);
            return tree(factory.createXMLStreamReader(new ByteArrayInputStream(file)));
        } catch (XMLStreamException | IllegalArgumentException broken) {
            throw refused("Filen er ikke hel XML. Den er klippet over eller rettet i; hent den i netbanken igen.");
        }
    }

    private static Element tree(XMLStreamReader reader) throws XMLStreamException {
        Deque<Element> open = new ArrayDeque<>();
        Element root = new Element("", "", "", new StringBuilder(), new ArrayList<>());
        open.push(root);
        int elements = 0;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw refused("Filen har en dokumenttype, som intet kontoudtog har. Den læses ikke.");
                case XMLStreamConstants.START_ELEMENT -> {
                    elements++;
                    if (open.size() > DEEPEST || elements > MOST_ELEMENTS) {
                        throw refused(
                                "Filen er for stor eller for dyb til at være et kontoudtog. Hent et kortere stykke ad gangen.");
                    }
                    String currency = reader.getAttributeValue(null, "Ccy");
                    String namespace = reader.getNamespaceURI();
                    Element element = new Element(
                            reader.getLocalName(),
                            namespace == null ? "" : namespace,
                            currency == null ? "" : currency.strip(),
                            new StringBuilder(),
                            new ArrayList<>());
                    open.element().children.add(element);
                    open.push(element);
                }
                case XMLStreamConstants.END_ELEMENT -> open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    StringBuilder written = open.element().written;
                    if (written.length() + reader.getTextLength() > LONGEST_TEXT) {
                        throw refused("Der er en tekst i filen, der er længere, end et kontoudtog har.");
                    }
                    written.append(reader.getText());
                }
                default -> {
                    // blanks, remarks and instructions say nothing
                }
            }
        }
        return root.children.get(0);
    }
}
