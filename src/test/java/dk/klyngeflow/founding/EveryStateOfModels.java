package dk.klyngeflow.founding;

import java.util.Map;
import org.springframework.boot.test.context.TestComponent;

/** Lays a model that is adopted and waits for its day into a cluster. */
@TestComponent
public class EveryStateOfModels {

    private final LocalModelStory story;

    EveryStateOfModels(LocalModelStory story) {
        this.story = story;
    }

    public void areIn(String cluster) {
        story.isIn(cluster);
        story.asksTheMembers();
        story.everybodyAnswers("meetings", "4");
        story.writesTheDraft(Map.of("note", "Vi begynder til tiden."));
        story.everybodyAccepts();
        story.adopts(story.tomorrow(), Map.of("note", "Vi begynder til tiden."));
    }
}
