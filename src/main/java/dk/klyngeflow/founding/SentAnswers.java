package dk.klyngeflow.founding;

import dk.klyngeflow.engine.FormFields;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What was sent by a link, by name; empty where nothing was. */
record SentAnswers(Map<String, List<String>> values) {

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** No fields, but what she has said yes to when she was asked whether it is right. */
    FormFields confirmed() {
        List<String> keys = all(FormFields.CONFIRMED);
        return FormFields.of(
                keys.isEmpty() ? Map.of() : Map.of(FormFields.CONFIRMED, keys.get(keys.size() - 1)), Set.of());
    }

    String first(String name) {
        List<String> all = all(name);
        return all.isEmpty() ? "" : all.get(0);
    }
}
