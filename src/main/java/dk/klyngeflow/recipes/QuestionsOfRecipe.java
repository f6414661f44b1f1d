package dk.klyngeflow.recipes;

import dk.klyngeflow.engine.ShortMemory;
import dk.klyngeflow.gatherings.GroupQuestions;
import dk.klyngeflow.gatherings.Meeting;
import java.util.List;
import org.springframework.stereotype.Component;

/** The questions that a meeting took from its recipe: they stay as they were, so a plenum that turns its pages asks for them once. */
@Component
class QuestionsOfRecipe implements GroupQuestions {

    private final RecipeUses uses;
    private final ShortMemory taken = new ShortMemory();

    /** @param lines each a question */
    private record Taken(List<String> lines) {}

    QuestionsOfRecipe(RecipeUses uses) {
        this.uses = uses;
    }

    @Override
    public List<String> of(Meeting meeting) {
        return taken.get(meeting.meetingId(), Taken.class, () -> asked(meeting)).lines();
    }

    private Taken asked(Meeting meeting) {
        return new Taken(uses.find(meeting.clusterId(), meeting.meetingId())
                .map(use -> use.questions()
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList())
                .orElse(List.of()));
    }
}
