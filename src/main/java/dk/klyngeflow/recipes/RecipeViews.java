package dk.klyngeflow.recipes;

import dk.klyngeflow.benchmarks.Measure;
import dk.klyngeflow.benchmarks.MeasureDefinitions;
import dk.klyngeflow.gatherings.Meeting;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A recipe as its pages show it, to its own cluster in the same way as to the others. */
@Component
class RecipeViews {

    private final Recipes recipes;
    private final RecipeMaterials materials;
    private final RecipeMeasures measures;
    private final RecipeUses uses;
    private final ClosedTopics topics;

    RecipeViews(
            Recipes recipes, RecipeMaterials materials, RecipeMeasures measures, RecipeUses uses, ClosedTopics topics) {
        this.recipes = recipes;
        this.materials = materials;
        this.measures = measures;
        this.uses = uses;
        this.topics = topics;
    }

    /** @param measures definitions in words @param said how it went for others, the newest first */
    record View(
            Recipe recipe,
            List<String> measures,
            List<RecipeMaterials.Material> materials,
            List<RecipeUses.Use> said) {}

    View of(Recipe recipe) {
        List<Measure> measured = measures.of(recipe);
        String written = recipe.text().measure();
        return new View(
                recipe,
                measured.stream()
                        .map(MeasureDefinitions::inWords)
                        .filter(words -> !written.contains(words))
                        .toList(),
                materials.shared(recipe),
                uses.said(recipe));
    }

    /** The cluster's closed topics that have no recipe yet. */
    List<Meeting> toShare(String clusterId) {
        Set<String> written =
                recipes.own(clusterId).stream().map(Recipe::meetingId).collect(Collectors.toSet());
        return topics.of(clusterId).stream()
                .filter(meeting -> !written.contains(meeting.meetingId()))
                .toList();
    }
}
