package dk.klyngeflow.recipes;

import dk.klyngeflow.engine.Forgets;
import java.time.Instant;
import java.time.Period;
import org.springframework.stereotype.Component;

/** A recipe that is out stays until it is withdrawn; what is not out need not be kept. */
@Component
class RecipeRetention implements Forgets {

    private final Recipes recipes;

    RecipeRetention(Recipes recipes) {
        this.recipes = recipes;
    }

    @Override
    public String what() {
        return "Udkast til opskrifter, opskrifter, der er trukket tilbage, og hvad andre sagde om dem";
    }

    @Override
    public Period after() {
        return Period.ofYears(1);
    }

    @Override
    public int forget(Instant before) {
        return recipes.forget(before);
    }
}
