package dk.klyngeflow.founding;

import java.util.List;
import java.util.Map;

/** What was sent by a link, by name; empty where nothing was. */
record SentAnswers(Map<String, List<String>> values) {

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    String first(String name) {
        List<String> all = all(name);
        return all.isEmpty() ? "" : all.get(0);
    }
}
