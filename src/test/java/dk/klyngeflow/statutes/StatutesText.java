package dk.klyngeflow.statutes;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.test.context.TestComponent;

/** Writes statutes that differ from the common ones in what a story is about. */
@TestComponent
public class StatutesText {

    private final StatutesVersions versions;

    StatutesText(StatutesVersions versions) {
        this.versions = versions;
    }

    public int adopt(String cluster, Map<String, String> other, LocalDate from) {
        return versions.adopt(cluster, StatuteFields.of(0, from, typed(other)), "test");
    }

    /** All fields of the page, as they stand there at first but for these. */
    public static Map<String, String> typed(Map<String, String> other) {
        Map<String, String> values = new HashMap<>(
                StatuteFields.all().stream().collect(Collectors.toMap(StatuteField::name, StatuteField::standard)));
        values.putAll(other);
        return values;
    }
}
