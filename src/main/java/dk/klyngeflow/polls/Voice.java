package dk.klyngeflow.polls;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What one person has answered.
 *
 * @param answers by the number of the date; empty while she is silent
 */
public record Voice(String personId, String name, boolean required, Map<Integer, DateAnswer> answers) {

    public Voice {
        answers = Map.copyOf(answers);
    }

    /** With what she has answered to another date. */
    Voice and(Voice more) {
        Map<Integer, DateAnswer> all = new HashMap<>(answers);
        all.putAll(more.answers);
        return new Voice(personId, name, required, all);
    }

    public boolean isSilent() {
        return answers.isEmpty();
    }

    public Optional<DateAnswer> to(int option) {
        return Optional.ofNullable(answers.get(option));
    }
}
