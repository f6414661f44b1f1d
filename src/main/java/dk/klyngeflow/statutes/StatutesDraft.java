package dk.klyngeflow.statutes;

import dk.klyngeflow.engine.CopenhagenTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The statutes as somebody without a log-in writes them, field by field, with the same words and the same checks as the page of an open cluster. */
@Component
public class StatutesDraft {

    private final StatutesVersions versions;
    private final CopenhagenTime time;

    StatutesDraft(StatutesVersions versions, CopenhagenTime time) {
        this.versions = versions;
        this.time = time;
    }

    /** @param danish as it stands in a list */
    public record Option(String value, String danish) {}

    /**
     * One field.
     *
     * @param value what stands there now
     * @param options to choose from; empty for a whole number
     */
    public record Question(String name, String label, String help, String value, List<Option> options) {}

    /** A heading and its fields. */
    public record Part(String heading, List<Question> questions) {}

    /** Every field with what applies now. */
    public List<Part> parts(String clusterId) {
        Map<String, ?> values = StatutesVersions.ROW.values(versions.today(clusterId));
        return StatuteFields.GROUPS.stream()
                .map(group -> new Part(
                        group.heading(),
                        group.fields().stream()
                                .map(field -> question(field, String.valueOf(values.get(field.name()))))
                                .toList()))
                .toList();
    }

    private static Question question(StatuteField field, String value) {
        String label = field.unit().isEmpty() ? field.label() : field.label() + " (" + field.unit() + ")";
        return new Question(
                field.name(),
                label,
                field.help(),
                value,
                field.options().stream()
                        .map(option -> new Option(option.value(), option.danish()))
                        .toList());
    }

    /** What cannot be read, in Danish; empty when all can. */
    public List<String> faults(Map<String, String> typed) {
        return StatuteFields.all().stream()
                .filter(field -> !field.takes(typed.getOrDefault(field.name(), "")))
                .map(StatuteField::wrong)
                .toList();
    }

    /** @param typed without {@link #faults} */
    public Statutes read(Map<String, String> typed) {
        return StatuteFields.of(0, time.today(), typed);
    }

    /** What does not fit together, in Danish. */
    public List<String> contradictions(Statutes statutes) {
        return StatuteFields.contradictions(statutes);
    }

    /** What is different in the later one, a line per field. */
    public List<String> changes(Statutes before, Statutes after) {
        Map<String, Object> earlier = new HashMap<>(StatutesVersions.ROW.values(before));
        Map<String, Object> later = new HashMap<>(StatutesVersions.ROW.values(after));
        List<String> changes = new ArrayList<>();
        for (StatuteField field : StatuteFields.all()) {
            String from = String.valueOf(earlier.get(field.name()));
            String to = String.valueOf(later.get(field.name()));
            if (!from.equals(to)) {
                changes.add(field.label() + ": " + field.shown(from) + " → " + field.shown(to));
            }
        }
        return changes;
    }
}
