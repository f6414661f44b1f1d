package dk.klyngeflow.recipes;

import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.documents.KeptBack;
import dk.klyngeflow.engine.Rows;
import dk.klyngeflow.members.Practices;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files of a recipe: those that may go out at all, and of them those that she has ticked. */
@Repository
class RecipeMaterials {

    private static final int LONGEST_TITLE = 200;
    private static final Rows<Material> ROW = Rows.of(Material.class, "recipe_material");

    private final JdbcClient jdbc;
    private final Documents documents;
    private final KeptBack keptBack;
    private final Practices practices;

    RecipeMaterials(JdbcClient jdbc, Documents documents, KeptBack keptBack, Practices practices) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.keptBack = keptBack;
        this.practices = practices;
    }

    /** @param isShared whether it goes out with the recipe */
    record Material(
            String clusterId,
            String recipeId,
            String documentId,
            String title,
            @Rows.Column("shared") boolean isShared) {}

    /** Files that may show the figures of single practices are never offered. @return false when it is such a one */
    boolean offer(Recipe recipe, String documentId, String title, boolean isShared) {
        if (staysBack(recipe.clusterId(), documentId)) {
            return false;
        }
        jdbc.sql("""
                        insert into klyngeflow.recipe_material (cluster_id, recipe_id, document_id, title, shared)
                        values (:cluster, :recipe, :document, :title, :shared) on conflict do nothing""")
                .param("cluster", recipe.clusterId())
                .param("recipe", recipe.recipeId())
                .param("document", documentId)
                .param("title", title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE - 1) + "…" : title)
                .param("shared", isShared)
                .update();
        return true;
    }

    List<Material> of(Recipe recipe) {
        return jdbc.sql("""
                        select * from klyngeflow.recipe_material
                        where cluster_id = :cluster and recipe_id = :recipe order by title, document_id""")
                .param("cluster", recipe.clusterId())
                .param("recipe", recipe.recipeId())
                .query(ROW)
                .list();
    }

    /** Looked through again: what was found since stays back too. */
    List<Material> shared(Recipe recipe) {
        return of(recipe).stream()
                .filter(Material::isShared)
                .filter(each -> !staysBack(each.clusterId(), each.documentId()))
                .toList();
    }

    void share(Recipe recipe, Collection<String> documentIds) {
        jdbc.sql("""
                        update klyngeflow.recipe_material set shared = document_id = any(:documents)
                        where cluster_id = :cluster and recipe_id = :recipe""")
                .param("documents", documentIds.toArray(String[]::new))
                .param("cluster", recipe.clusterId())
                .param("recipe", recipe.recipeId())
                .update();
    }

    /** Ids of those that she has ticked. */
    Set<String> ticked(Recipe recipe) {
        return of(recipe).stream()
                .filter(Material::isShared)
                .map(Material::documentId)
                .collect(Collectors.toSet());
    }

    /** The one that she has ticked with that content, as after a double click. */
    Optional<String> same(Recipe recipe, byte[] content) {
        Set<String> ticked = ticked(recipe);
        return documents.withContent(recipe.clusterId(), content).stream()
                .filter(ticked::contains)
                .findFirst();
    }

    byte[] content(Material material) {
        return documents.content(material.clusterId(), material.documentId());
    }

    private boolean staysBack(String clusterId, String documentId) {
        return keptBack.look(clusterId, documentId, practices.providerNumbers(clusterId))
                .isPresent();
    }
}
