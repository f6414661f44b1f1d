package dk.klyngeflow.benchmarks;

import dk.klyngeflow.gatherings.GroupQuestions;
import dk.klyngeflow.gatherings.Meeting;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What is asked when a meeting looks at its figures: its own questions, or the three that fit every measure. */
@Component
class PlenumQuestions {

    static final List<String> USUAL = List.of(
            "Hvad undrer dig, når du ser dine egne tal?",
            "Hvad gør de, der ligger bedst, anderledes?",
            "Hvad vil I prøve inden næste måling?");

    private final ObjectProvider<GroupQuestions> own;

    PlenumQuestions(ObjectProvider<GroupQuestions> own) {
        this.own = own;
    }

    List<String> of(Meeting meeting) {
        List<String> questions =
                own.stream().flatMap(each -> each.of(meeting).stream()).toList();
        return questions.isEmpty() ? USUAL : questions;
    }
}
