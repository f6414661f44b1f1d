package dk.klyngeflow.recipes;

import dk.klyngeflow.gatherings.GroupQuestions;
import dk.klyngeflow.gatherings.Meeting;
import java.util.List;
import org.springframework.stereotype.Component;

/** The questions that a meeting took from its recipe. */
@Component
class QuestionsOfRecipe implements GroupQuestions {

    private final RecipeUses uses;

    QuestionsOfRecipe(RecipeUses uses) {
        this.uses = uses;
    }

    @Override
    public List<String> of(Meeting meeting) {
        return uses.find(meeting.clusterId(), meeting.meetingId())
                .map(use -> use.questions()
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList())
                .orElse(List.of());
    }
}
