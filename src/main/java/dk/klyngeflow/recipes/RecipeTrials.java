package dk.klyngeflow.recipes;

import dk.klyngeflow.engine.FormRefused;
import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.MeetingStatus;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How it went for those who held a meeting after a recipe. */
@Component
class RecipeTrials {

    /** Said when somebody shares a page that another has overtaken. */
    static final String STALE =
            "Der er skrevet noget andet her, siden du åbnede siden. Her står det, du har skrevet. Del igen, hvis det skal gælde i stedet.";

    private static final Set<MeetingStatus> HELD =
            Set.of(MeetingStatus.HELD, MeetingStatus.MINUTED, MeetingStatus.CLOSED);

    private final Recipes recipes;
    private final RecipeUses uses;
    private final KnownNames names;

    RecipeTrials(Recipes recipes, RecipeUses uses, KnownNames names) {
        this.recipes = recipes;
        this.uses = uses;
        this.names = names;
    }

    /** Empty for a meeting that was not begun from a recipe, or has not been held. */
    Optional<RecipeUses.Use> toAsk(Meeting meeting) {
        return HELD.contains(meeting.status()) ? uses.find(meeting.clusterId(), meeting.meetingId()) : Optional.empty();
    }

    List<Hit> hits(RecipeUses.Use use, String said, boolean showsCluster) {
        return new TextCheck(names.of(use.clusterId()), showsCluster).in(List.of(Passage.of("Hvordan det gik", said)));
    }

    /** What she would say. */
    record Word(String said, boolean again, boolean showsCluster) {}

    /**
     * @param seen the mark of what stood there when she wrote
     * @throws FormRefused as a recipe is refused: nothing of the cluster's own goes out unread; and with {@link #STALE}
     */
    @Transactional
    public void say(RecipeUses.Use use, String seen, Word word, Set<String> confirmed, String by) {
        if (recipes.holdOut(use.recipeId()).isEmpty()) {
            throw RecipesPage.gone();
        }
        RecipeUses.Use now = uses.lock(use);
        if (!now.mark().equals(seen)) {
            if (now.isSaid(word)) {
                return;
            }
            throw new FormRefused(STALE);
        }
        RecipeDrafts.refuseUnread(hits(use, word.said(), word.showsCluster()), confirmed);
        uses.say(use, word, by);
    }

    void unsay(RecipeUses.Use use) {
        uses.unsay(use);
    }
}
