package dk.klyngeflow.recipes;

import dk.klyngeflow.benchmarks.Measure;
import dk.klyngeflow.engine.Rows;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a recipe measures: definitions in words, and never a figure. */
@Repository
class RecipeMeasures {

    private static final Rows<Measure> ROW = Rows.of(Measure.class, "recipe_measure");

    private final JdbcClient jdbc;

    RecipeMeasures(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(Recipe recipe, Measure measure) {
        Map<String, @Nullable Object> values = new HashMap<>(ROW.values(measure));
        values.put("cluster", recipe.clusterId());
        values.put("recipe", recipe.recipeId());
        jdbc.sql("""
                        insert into klyngeflow.recipe_measure
                            (cluster_id, recipe_id, measure_id, title, kind, direction, numerator, denominator, why, source,
                             target, target_source, target_on)
                        values (:cluster, :recipe, :measure_id, :title, :kind, :direction, :numerator, :denominator, :why,
                                :source, :target, :target_source, :target_on)
                        on conflict do nothing""").params(values).update();
    }

    List<Measure> of(Recipe recipe) {
        return jdbc.sql("""
                        select * from klyngeflow.recipe_measure
                        where cluster_id = :cluster and recipe_id = :recipe order by title""")
                .param("cluster", recipe.clusterId())
                .param("recipe", recipe.recipeId())
                .query(ROW)
                .list();
    }

    /** She does not want this one to go out. */
    void drop(Recipe recipe) {
        jdbc.sql("delete from klyngeflow.recipe_measure where cluster_id = :cluster and recipe_id = :recipe")
                .param("cluster", recipe.clusterId())
                .param("recipe", recipe.recipeId())
                .update();
    }
}
