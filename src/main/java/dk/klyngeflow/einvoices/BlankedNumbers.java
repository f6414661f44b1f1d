package dk.klyngeflow.einvoices;

import dk.klyngeflow.engine.CprNumbers;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/**
 * Blanks the CPR numbers of a document before anything else looks at it, so that none can reach a table, a page, a message or a log. A
 * number becomes zeros of the same shape, which the official rules accept as they accept the number.
 *
 * <p>A number is a CPR number when its scheme says so; when it stands where a Danish party is identified and can be a date of birth; when
 * it is written like one in free text; and wherever else a number found by one of these ways stands.
 */
final class BlankedNumbers {

    private static final Set<String> SCHEMES = Set.of("DK:CPR", "CPR", "0237", "9901");
    private static final Set<String> DANISH_OR_NONE =
            Set.of("", "DK:CVR", "0184", "9902", "DK:SE", "0198", "9904", "ZZZ");
    private static final Set<String> PARTY_IDS = Set.of("EndpointID", "CompanyID");
    private static final Set<String> ID_PARENTS = Set.of("PartyIdentification", "Contact");

    private static final String DATE = CprNumbers.DATE;

    private static final Pattern TEN_DIGITS = Pattern.compile("(?:DK)?(" + DATE + ")[- ]?(\\d{4})");
    private static final Pattern WRITTEN = Pattern.compile("(?<![\\d-])(" + DATE + ")-(\\d{4})(?![\\d-])");
    private static final Pattern NAMED = Pattern.compile("(?i)\\bcpr\\b[^0-9]{0,20}(" + DATE + ") ?(\\d{4})(?!\\d)");

    /** What is left of a number in a file that was kept: it still tells that there was one. */
    private static final Pattern BLANKED = Pattern.compile("0{10}|0{6}[- ]0{4}");

    private static final Pattern BLANKED_IN_TEXT =
            Pattern.compile("(?<!\\d)0{6}[- ]0{4}(?!\\d)|(?i:cpr)\\D{0,20}0{10}");

    private final Set<String> found = new HashSet<>();
    private boolean supplierHasOne;
    private int identified;
    private int written;

    /** Blanks every number in the document. */
    static BlankedNumbers blankIn(Document document) {
        BlankedNumbers numbers = new BlankedNumbers();
        Element root = document.getDocumentElement();
        numbers.collect(root, false);
        numbers.blank(root);
        return numbers;
    }

    boolean any() {
        return identified + written > 0;
    }

    /** A party, not only a text, had one. */
    boolean identifiesSupplier() {
        return supplierHasOne;
    }

    boolean inText() {
        return written > 0;
    }

    /** The same for a file that cannot be parsed, as well as can be. */
    static String blankInText(String text) {
        String blanked = WRITTEN.matcher(text).replaceAll("000000-0000");
        blanked = NAMED.matcher(blanked).replaceAll(m -> m.group().replaceAll("\\d", "0"));
        return Pattern.compile(
                        "(?i)(scheme(?:ID)?\\s*=\\s*[\"'](?:DK:CPR|CPR|0237|9901)[\"'][^>]{0,200}>\\s*)\\d{6}-?\\d{4}")
                .matcher(blanked)
                .replaceAll("$10000000000");
    }

    private void collect(Element element, boolean inSupplier) {
        boolean supplier = inSupplier || "AccountingSupplierParty".equals(element.getLocalName());
        if (isPartyId(element) || hasCprScheme(element)) {
            String value = element.getTextContent().strip();
            Matcher number = TEN_DIGITS.matcher(value);
            if (hasCprScheme(element)
                    ? !value.isEmpty()
                    : (number.matches() || BLANKED.matcher(value).matches()) && isDanish(element)) {
                if (number.matches()) {
                    found.add(number.group(1) + number.group(2));
                }
                identified++;
                supplierHasOne |= supplier;
            }
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element e) {
                collect(e, supplier);
            }
        }
    }

    private void blank(Element element) {
        if ("EmbeddedDocumentBinaryObject".equals(element.getLocalName())) {
            return;
        }
        if (hasCprScheme(element)) {
            element.setTextContent(element.getTextContent().strip().isEmpty() ? "" : "0000000000");
        }
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            String blanked = blank(attribute.getValue());
            if (!blanked.equals(attribute.getValue())) {
                attribute.setValue(blanked);
            }
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element e) {
                blank(e);
            } else if (child instanceof Text text) {
                String blanked = blank(text.getData());
                if (!blanked.equals(text.getData())) {
                    text.setData(blanked);
                }
            }
        }
    }

    private String blank(String text) {
        if (text.length() < 10) {
            return text;
        }
        String blanked = text;
        for (String number : found) {
            if (blanked.contains(number.substring(6))) {
                blanked = blanked.replace(number, "0000000000")
                        .replace(number.substring(0, 6) + "-" + number.substring(6), "000000-0000")
                        .replace(number.substring(0, 6) + " " + number.substring(6), "000000 0000");
            }
        }
        String before = blanked;
        blanked = WRITTEN.matcher(blanked).replaceAll("000000-0000");
        if (blanked.toLowerCase(Locale.ROOT).contains("cpr")) {
            blanked = NAMED.matcher(blanked).replaceAll(m -> m.group().replaceAll("\\d", "0"));
        }
        if (!blanked.equals(before) || BLANKED_IN_TEXT.matcher(blanked).find()) {
            written++;
        }
        return blanked;
    }

    private static boolean hasCprScheme(Element element) {
        return SCHEMES.contains(element.getAttribute("schemeID").strip().toUpperCase(Locale.ROOT));
    }

    private static boolean isPartyId(Element element) {
        String name = element.getLocalName();
        Node parent = element.getParentNode();
        return PARTY_IDS.contains(name)
                || (name.equals("ID") && parent != null && ID_PARENTS.contains(String.valueOf(parent.getLocalName())));
    }

    /** Swedish and Norwegian numbers have ten digits too; they come with their own scheme or from their own country. */
    private static boolean isDanish(Element element) {
        if (!DANISH_OR_NONE.contains(element.getAttribute("schemeID").strip().toUpperCase(Locale.ROOT))) {
            return false;
        }
        Node party = element;
        for (int up = 0; up < 3 && party.getParentNode() instanceof Element e; up++) {
            party = e;
            if ("Party".equals(e.getLocalName())
                    || String.valueOf(e.getLocalName()).endsWith("Party")) {
                break;
            }
        }
        var countries = ((Element) party).getElementsByTagNameNS("*", "IdentificationCode");
        return countries.getLength() == 0
                || countries.item(0).getTextContent().strip().equalsIgnoreCase("DK");
    }
}
