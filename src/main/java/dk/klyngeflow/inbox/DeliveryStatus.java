package dk.klyngeflow.inbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of a report that is meant for programs (RFC 3464), read whatever its blanks, letters and order are. */
final class DeliveryStatus {

    /** All that servers report without anything being wrong; whatever else they write means that the mail did not arrive. */
    private static final Set<String> HARMLESS = Set.of("delayed", "relayed", "delivered", "expanded");

    private static final Pattern BLANK_LINE = Pattern.compile("\\n[ \\t]*\\n");
    private static final Pattern FIELD =
            Pattern.compile("(?m)^[ \\t]*([A-Za-z][A-Za-z0-9_-]*)[ \\t]*:(.*(?:\\n[ \\t]+(?![A-Za-z-]+[ \\t]*:).*)*)");
    private static final Pattern WORD = Pattern.compile("[A-Za-z-]+");
    private static final Set<String> OF_RECIPIENT =
            Set.of("action", "status", "final-recipient", "original-recipient", "diagnostic-code");

    private final List<Map<String, String>> recipients = new ArrayList<>();

    void read(String fields) {
        for (String block : BLANK_LINE.split(fields.replaceAll("\\r+\\n?", "\n"))) {
            Map<String, String> found = new HashMap<>();
            Matcher field = FIELD.matcher(block);
            while (field.find()) {
                found.putIfAbsent(
                        field.group(1).toLowerCase(Locale.ROOT),
                        field.group(2).replaceAll("\\s+", " ").strip());
            }
            if (found.keySet().stream().anyMatch(OF_RECIPIENT::contains)) {
                recipients.add(found);
            }
        }
    }

    /** Whether it says for everybody it names that all is well, or may still be. */
    boolean isHarmless() {
        return !recipients.isEmpty() && recipients.stream().allMatch(DeliveryStatus::isHarmless);
    }

    /** Whether it says of anybody that the mail did not arrive. */
    boolean hasFailed() {
        return recipients.stream()
                .anyMatch(each -> !isHarmless(each) && !action(each).isEmpty());
    }

    boolean namesAnybody() {
        return !recipients.isEmpty();
    }

    /** The most lenient of what it says of those whom the mail did not reach. */
    Undeliverable why() {
        return recipients.stream()
                .filter(each -> !isHarmless(each))
                .map(each ->
                        Undeliverable.of(each.getOrDefault("status", ""), each.getOrDefault("diagnostic-code", "")))
                .reduce(Undeliverable::moreLenient)
                .orElse(Undeliverable.SOMETHING_ELSE);
    }

    private static boolean isHarmless(Map<String, String> recipient) {
        return HARMLESS.contains(action(recipient));
    }

    private static String action(Map<String, String> recipient) {
        Matcher word = WORD.matcher(recipient.getOrDefault("action", ""));
        return word.find() ? word.group().toLowerCase(Locale.ROOT) : "";
    }
}
