package dk.klyngeflow.recipes;

import dk.klyngeflow.members.ClusterClosed;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Nobody is left who could withdraw what a closed cluster has told the others. */
@Component
class RecipesOfClosedClusters {

    private final Recipes recipes;

    RecipesOfClosedClusters(Recipes recipes) {
        this.recipes = recipes;
    }

    @EventListener
    void closed(ClusterClosed closed) {
        recipes.withdrawAll(closed.clusterId());
    }
}
