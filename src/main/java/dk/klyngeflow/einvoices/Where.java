package dk.klyngeflow.einvoices;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A place in an invoice as a person would say it: "Fakturalinje 2, moms" rather than a path. */
final class Where {

    private static final Set<String> LINES = Set.of("InvoiceLine", "CreditNoteLine");
    private static final Set<String> SILENT = Set.of("Invoice", "CreditNote", "Party", "TaxScheme", "Address");

    /** A step of the paths that the rule engines write: by prefix wildcard, or by local name. */
    private static final Pattern STEP = Pattern.compile(
            "/(?:\\*\\[local-name\\(\\)='(\\w+)'\\]|(?:\\*|\\w+):(\\w+)(?:\\[namespace-uri\\(\\)='[^']*'\\])?)(?:\\[(\\d+)\\])?");

    private static final int MOST_STEPS = 3;

    private Where() {}

    /** Of a path like {@code /*:Invoice[…][1]/*:InvoiceLine[…][2]/*:Price[…][1]}; empty when there is none or it is the whole document. */
    static String of(@Nullable String path) {
        List<String> names = new ArrayList<>();
        String line = "";
        Matcher step = STEP.matcher(path == null ? "" : path);
        while (step.find()) {
            String name = step.group(1) != null ? step.group(1) : step.group(2);
            if (LINES.contains(name)) {
                line = "Fakturalinje " + (step.group(3) == null ? "1" : step.group(3));
                names.clear();
            } else {
                names.add(name);
            }
        }
        return sentence(line, names);
    }

    static String of(Element element) {
        Deque<String> names = new ArrayDeque<>();
        String line = "";
        for (Node node = element; node instanceof Element e; node = e.getParentNode()) {
            if (LINES.contains(e.getLocalName())) {
                line = "Fakturalinje " + position(e);
                break;
            }
            names.addFirst(e.getLocalName());
        }
        return sentence(line, List.copyOf(names));
    }

    private static int position(Element element) {
        int position = 1;
        for (Node before = element.getPreviousSibling(); before != null; before = before.getPreviousSibling()) {
            if (before instanceof Element e && e.getLocalName().equals(element.getLocalName())) {
                position++;
            }
        }
        return position;
    }

    private static String sentence(String line, List<String> names) {
        List<String> said = new ArrayList<>();
        for (String name : names) {
            String danish = Elements.danish(name);
            if (!SILENT.contains(name)
                    && (said.isEmpty() || !said.get(said.size() - 1).equals(danish))) {
                said.add(danish);
            }
        }
        if (!line.isEmpty()) {
            said.add(0, line);
        }
        List<String> kept = said.size() <= MOST_STEPS
                ? said
                : List.of(said.get(0), said.get(said.size() - 2), said.get(said.size() - 1));
        String sentence = String.join(", ", kept);
        return sentence.isEmpty() ? "" : sentence.substring(0, 1).toUpperCase(Locale.ROOT) + sentence.substring(1);
    }
}
