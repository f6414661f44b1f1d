package dk.klyngeflow.einvoices;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Takes out numbers that nobody means: a million digits or an exponent of a million would keep the machine busy for minutes. */
final class Numbers {

    private static final Pattern NAMES = Pattern.compile(".*(?:Amount|Quantity|Percent|Numeric|Rate|Measure|Factor)");
    private static final int LONGEST = 30;
    private static final Pattern NUMBER = Pattern.compile("\\s*[+-]?[0-9]*\\.?[0-9]*\\s*");

    private Numbers() {}

    static List<Problem> blankHuge(Document document) {
        List<Problem> problems = new ArrayList<>();
        walk(document.getDocumentElement(), problems);
        return problems;
    }

    private static void walk(Element element, List<Problem> problems) {
        boolean leaf = true;
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element e) {
                leaf = false;
                walk(e, problems);
            }
        }
        if (leaf && NAMES.matcher(element.getLocalName()).matches()) {
            String value = element.getTextContent();
            if (value.strip().length() > LONGEST || !NUMBER.matcher(value).matches()) {
                if (problems.size() < 10) {
                    problems.add(Problem.error("NO_NUMBER_HERE", Where.of(element), "Der står ikke et gyldigt tal."));
                }
                element.setTextContent("");
            }
        }
    }
}
