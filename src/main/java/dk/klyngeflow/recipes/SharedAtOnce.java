package dk.klyngeflow.recipes;

import dk.klyngeflow.gatherings.Meeting;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shares a closed topic in one go, for whoever brings recipes along; what a person would have to read first is refused. */
@Component
public class SharedAtOnce {

    private final RecipeDrafts drafts;
    private final Recipes recipes;

    SharedAtOnce(RecipeDrafts drafts, Recipes recipes) {
        this.drafts = drafts;
        this.recipes = recipes;
    }

    /** What the meeting itself does not know. @param questions one a line, as {@code agreed} */
    public record Words(String about, String questions, String measure, String agreed, String result) {}

    /** Under the cluster's name. */
    @Transactional
    public void share(Meeting meeting, Words words, String by) {
        String id = drafts.begin(meeting, by);
        Recipe draft = recipes.ownOne(meeting.clusterId(), id).orElseThrow();
        Recipe.Text text = new Recipe.Text(
                draft.title(),
                words.about(),
                draft.text().minutes(),
                draft.text().agenda(),
                words.questions(),
                words.measure(),
                words.agreed(),
                words.result());
        drafts.edit(draft, draft.version(), new RecipeFields.Form(text, true, List.of(), true), Optional.empty(), by);
        Recipe written = recipes.ownOne(meeting.clusterId(), id).orElseThrow();
        drafts.publish(written, written.version(), List.of(), by);
    }
}
