package dk.klyngeflow.links;

import java.util.List;
import java.util.Map;

/** What the holder of a link has sent, field by field. */
public final class Sent {

    private Sent() {}

    /** Empty when the field was not on the page, or nothing was chosen. */
    public static String first(Map<String, List<String>> sent, String name) {
        List<String> values = sent.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0);
    }
}
