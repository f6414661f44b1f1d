package dk.klyngeflow.recipes;

import dk.klyngeflow.gatherings.Meeting;
import dk.klyngeflow.gatherings.Meetings;
import dk.klyngeflow.security.CurrentPerson;
import dk.klyngeflow.security.Role;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the pages of topics and meetings show of recipes; asked by {@code templates/recipes/beside.html}. */
@Component("recipesBeside")
class RecipesBeside {

    private final Recipes recipes;
    private final RecipeUses uses;
    private final RecipeTrials trials;
    private final ClosedTopics topics;
    private final Meetings meetings;
    private final CurrentPerson person;

    RecipesBeside(
            Recipes recipes,
            RecipeUses uses,
            RecipeTrials trials,
            ClosedTopics topics,
            Meetings meetings,
            CurrentPerson person) {
        this.recipes = recipes;
        this.uses = uses;
        this.trials = trials;
        this.topics = topics;
        this.meetings = meetings;
        this.person = person;
    }

    /** The pages have checked who may read them. */
    public List<Recipe> ofOthers(String clusterId) {
        return recipes.ofOthers(clusterId, "");
    }

    /**
     * Of one meeting.
     *
     * @param took null when it was not begun from a recipe @param source the recipe, null when it has been withdrawn
     * @param asks whether she is asked how it went
     * @param own the recipe made of it, null when there is none
     * @param mayShare whether she may make one
     */
    record OfMeeting(
            @Nullable Took took, boolean asks, @Nullable Recipe own, boolean mayShare) {}

    /** @param recipeId null when it is withdrawn */
    record Took(String title, @Nullable String recipeId, boolean isSaid) {}

    public OfMeeting of(String clusterId, String businessKey) {
        Meeting meeting = meetings.byKey(clusterId, businessKey).orElseThrow();
        boolean isCoordinator = person.hasRole(clusterId, Role.COORDINATOR);
        Took took = uses.find(clusterId, meeting.meetingId())
                .map(use -> new Took(
                        use.title(),
                        recipes.readBy(clusterId, use.recipeId())
                                .filter(Recipe::isPublished)
                                .map(Recipe::recipeId)
                                .orElse(null),
                        use.said() != null))
                .orElse(null);
        Recipe own = person.hasRole(clusterId, RecipesPage.READERS)
                ? recipes.ofMeeting(clusterId, meeting.meetingId()).orElse(null)
                : null;
        return new OfMeeting(
                took,
                isCoordinator
                        && took != null
                        && took.recipeId() != null
                        && trials.toAsk(meeting).isPresent(),
                own,
                isCoordinator && own == null && topics.isClosed(meeting));
    }
}
