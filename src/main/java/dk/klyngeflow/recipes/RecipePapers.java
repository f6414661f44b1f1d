package dk.klyngeflow.recipes;

import dk.klyngeflow.documents.FiledPapers;
import dk.klyngeflow.engine.CopenhagenTime;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The material that went out with a recipe of the cluster's own. */
@Repository
@Order(11)
class RecipePapers implements FiledPapers {

    private final JdbcClient jdbc;

    RecipePapers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<FiledPaper> papers(String clusterId) {
        return jdbc.sql("""
                        select material.document_id, recipe.edited_at, 'Materiale til opskriften ' || recipe.title as what
                        from klyngeflow.recipe_material material join klyngeflow.recipe recipe using (recipe_id)
                        where material.cluster_id = :cluster and material.shared
                        order by recipe.edited_at, material.document_id""")
                .param("cluster", clusterId)
                .query((row, number) -> new FiledPaper(
                        row.getString("document_id"),
                        Shelf.MEETINGS,
                        CopenhagenTime.dayOf(row.getTimestamp("edited_at").toInstant()),
                        row.getString("what")))
                .list();
    }
}
