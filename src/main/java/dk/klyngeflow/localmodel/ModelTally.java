package dk.klyngeflow.localmodel;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** How many have chosen what, and what has most backing. */
final class ModelTally {

    private final int asked;
    private final int answered;
    private final Map<Question, Map<String, Integer>> counts = new EnumMap<>(Question.class);
    private final Map<Question, Integer> voices = new EnumMap<>(Question.class);

    private ModelTally(int asked, int answered) {
        this.asked = asked;
        this.answered = answered;
    }

    static ModelTally of(List<ModelPeople.Voice> people) {
        List<ModelPeople.Voice> heard =
                people.stream().filter(voice -> !voice.isSilent()).toList();
        ModelTally tally = new ModelTally(people.size(), heard.size());
        for (Question question : Question.values()) {
            Map<String, Integer> count = new LinkedHashMap<>();
            question.options().forEach(option -> count.put(option.value(), 0));
            int said = 0;
            for (ModelPeople.Voice voice : heard) {
                Set<String> chosen = voice.choices().all(question);
                chosen.forEach(value -> count.merge(value, 1, Integer::sum));
                said += chosen.isEmpty() ? 0 : 1;
            }
            tally.counts.put(question, count);
            tally.voices.put(question, said);
        }
        return tally;
    }

    int asked() {
        return asked;
    }

    int answered() {
        return answered;
    }

    int of(Question question, String value) {
        return counts.getOrDefault(question, Map.of()).getOrDefault(value, 0);
    }

    /** How many have said anything to the question. */
    int voices(Question question) {
        return voices.getOrDefault(question, 0);
    }

    /**
     * What has most backing: of questions with one answer the one that most have chosen, or those that share the lead; of the others
     * whatever at least half of those who answered want, else what most want.
     */
    Set<String> leading(Question question) {
        Map<String, Integer> count = counts.getOrDefault(question, Map.of());
        int most = count.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        if (most == 0) {
            return Set.of();
        }
        int enough = question.many() ? Math.min(most, (voices(question) + 1) / 2) : most;
        return count.entrySet().stream()
                .filter(each -> each.getValue() >= enough)
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    boolean isTied(Question question) {
        return !question.many() && leading(question).size() > 1;
    }

    /** The draft; where several share the lead, or nobody has answered, it is left open. */
    Choices draft() {
        Map<Question, Set<String>> draft = new EnumMap<>(Question.class);
        for (Question question : Question.values()) {
            if (!isTied(question)) {
                draft.put(question, leading(question));
            }
        }
        return Choices.of(draft);
    }

    /** A sentence for each question that nothing leads in alone. */
    List<String> ties() {
        List<String> ties = new ArrayList<>();
        for (Question question : Question.values()) {
            if (isTied(question)) {
                int each = of(question, leading(question).iterator().next());
                ties.add(question.label() + ": lige mange (" + each + ") vil have „"
                        + leading(question).stream()
                                .map(value -> Choices.inWords(question, value))
                                .collect(Collectors.joining("“ og „"))
                        + "“. Du vælger.");
            }
        }
        return ties;
    }
}
