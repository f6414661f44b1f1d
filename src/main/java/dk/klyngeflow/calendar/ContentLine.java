package dk.klyngeflow.calendar;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The lines of a calendar file (RFC 5545), read as forgivingly as can be: a line that is broken is passed over, and spoils no other.
 *
 * @param component the innermost that it stands in, such as {@code VEVENT}; empty at the top
 * @param number which of the components with this name, from 0
 */
record ContentLine(String component, int number, String name, Map<String, String> parameters, String value) {

    private static final Pattern ANY_BREAK = Pattern.compile("\\r\\r\\n|\\r\\n|\\n|\\r|\\x0b|\\x0c|\\u0085|\\u2028");
    private static final Pattern BEGINS = Pattern.compile("[A-Za-z][A-Za-z0-9-]*\\s*[;:].*", Pattern.DOTALL);

    /** All lines that can be read, names in upper case, in the order of the file. */
    static List<ContentLine> of(String file) {
        List<ContentLine> lines = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>();
        Map<String, Integer> numbers = new HashMap<>();
        for (String line : unfolded(file)) {
            int colon = colon(line);
            if (colon < 0) {
                continue;
            }
            List<String> head = split(line.substring(0, colon));
            String name = head.get(0).strip().toUpperCase(Locale.ROOT);
            String value = line.substring(colon + 1).strip();
            String component = open.isEmpty() ? "" : open.peek();
            if (name.equals("BEGIN")) {
                String begun = value.toUpperCase(Locale.ROOT);
                open.push(begun);
                numbers.merge(begun, 1, Integer::sum);
            } else if (name.equals("END")) {
                close(open, value.toUpperCase(Locale.ROOT));
            } else {
                lines.add(new ContentLine(
                        component, numbers.getOrDefault(component, 1) - 1, name, parameters(head), value));
            }
        }
        return lines;
    }

    /** An end that nothing began changes nothing, and one that is missing ends with what is around it. */
    private static void close(Deque<String> open, String ended) {
        while (open.contains(ended)) {
            if (open.pop().equals(ended)) {
                return;
            }
        }
    }

    String parameter(String wanted) {
        return parameters.getOrDefault(wanted, "");
    }

    /** With its line breaks. */
    String text() {
        return value.replaceAll("\\\\[nN]", "\n").replaceAll("\\\\(.)", "$1").strip();
    }

    /** Some programs fold without the blank: what begins like no line goes on with the one before. */
    private static List<String> unfolded(String file) {
        List<StringBuilder> lines = new ArrayList<>();
        for (String each : ANY_BREAK.split(file.replace("\uFEFF", ""))) {
            boolean isFolded = each.startsWith(" ") || each.startsWith("\t");
            if (!lines.isEmpty() && isFolded) {
                lines.get(lines.size() - 1).append(each, 1, each.length());
            } else if (!lines.isEmpty() && !BEGINS.matcher(each).matches()) {
                lines.get(lines.size() - 1).append(each);
            } else {
                lines.add(new StringBuilder(each));
            }
        }
        return lines.stream().map(StringBuilder::toString).toList();
    }

    private static int colon(String line) {
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char letter = line.charAt(i);
            quoted ^= letter == '"';
            if (letter == ':' && !quoted) {
                return i;
            }
        }
        // a quote that is never closed
        return quoted ? line.indexOf(':') : -1;
    }

    private static List<String> split(String head) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < head.length(); i++) {
            char letter = head.charAt(i);
            quoted ^= letter == '"';
            if (letter == ';' && !quoted) {
                parts.add(part.toString());
                part.setLength(0);
            } else if (letter != '"') {
                part.append(letter);
            }
        }
        parts.add(part.toString());
        return parts;
    }

    private static Map<String, String> parameters(List<String> head) {
        Map<String, String> found = new HashMap<>();
        for (String each : head.subList(1, head.size())) {
            int equals = each.indexOf('=');
            if (equals > 0) {
                found.putIfAbsent(
                        each.substring(0, equals).strip().toUpperCase(Locale.ROOT),
                        each.substring(equals + 1).strip());
            }
        }
        return found;
    }
}
