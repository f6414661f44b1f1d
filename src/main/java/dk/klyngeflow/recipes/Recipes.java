package dk.klyngeflow.recipes;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The recipes of each cluster. The one place where a cluster reads rows of another: those that are published, and never to change them. */
@Repository
class Recipes {

    private static final String SELECT = """
            select r.*, c.name as cluster_name,
                   (select count(*) from klyngeflow.recipe_use u where u.recipe_id = r.recipe_id) as uses,
                   (select count(u.said_at) from klyngeflow.recipe_use u where u.recipe_id = r.recipe_id) as answers,
                   (select count(*) from klyngeflow.recipe_use u where u.recipe_id = r.recipe_id and u.again) as again
            from klyngeflow.recipe r join klyngeflow.cluster c on c.cluster_id = r.cluster_id\s""";
    private static final String OUT = "r.status = 'PUBLISHED' and c.closed_at is null ";
    private static final String FOUND = """
            concat_ws(' ', r.title, r.about, r.agenda, r.questions, r.measure, r.agreed, r.result) ilike :words\s""";

    private static final Rows<Recipe> ROW = Rows.of(Recipe.class, "recipe");
    private static final Rows<Recipe.Text> TEXT = Rows.of(Recipe.Text.class, "recipe");

    private final JdbcClient jdbc;
    private final CopenhagenTime time;

    Recipes(JdbcClient jdbc, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /** Those of all other clusters, the newest first. @param words empty for all */
    List<Recipe> ofOthers(String clusterId, String words) {
        return jdbc.sql(SELECT + "where " + OUT + "and r.cluster_id <> :cluster and " + FOUND
                        + "order by r.published_at desc, r.recipe_id")
                .param("cluster", clusterId)
                .param(
                        "words",
                        "%"
                                + words.strip()
                                        .replace("\\", "\\\\")
                                        .replace("%", "\\%")
                                        .replace("_", "\\_") + "%")
                .query(ROW)
                .list();
    }

    /** The cluster's own, whatever has become of them. */
    List<Recipe> own(String clusterId) {
        return jdbc.sql(SELECT + "where r.cluster_id = :cluster order by r.edited_at desc, r.recipe_id")
                .param("cluster", clusterId)
                .query(ROW)
                .list();
    }

    /** What this cluster may read: its own, and what others have published. */
    Optional<Recipe> readBy(String clusterId, String recipeId) {
        return jdbc.sql(SELECT + "where r.recipe_id = :id and (r.cluster_id = :cluster or " + OUT + ")")
                .param("id", recipeId)
                .param("cluster", clusterId)
                .query(ROW)
                .optional();
    }

    Optional<Recipe> ownOne(String clusterId, String recipeId) {
        return readBy(clusterId, recipeId).filter(recipe -> recipe.clusterId().equals(clusterId));
    }

    Optional<Recipe> ofMeeting(String clusterId, String meetingId) {
        return jdbc.sql(SELECT + "where r.cluster_id = :cluster and r.meeting_id = :meeting")
                .param("cluster", clusterId)
                .param("meeting", meetingId)
                .query(ROW)
                .optional();
    }

    /** Its own, held until the end of the transaction, so that what is published is what was looked through. */
    Optional<Recipe> lock(String clusterId, String recipeId) {
        return jdbc.sql(SELECT + "where r.recipe_id = :id and r.cluster_id = :cluster for update of r")
                .param("id", recipeId)
                .param("cluster", clusterId)
                .query(ROW)
                .optional();
    }

    /** Held until the end of the transaction as others read it: whoever withdraws it meanwhile waits, and whoever comes later finds none. */
    Optional<Recipe> holdOut(String recipeId) {
        return jdbc.sql(SELECT + "where r.recipe_id = :id and " + OUT + "for share of r")
                .param("id", recipeId)
                .query(ROW)
                .optional();
    }

    /** @return false when the meeting has one, which stays as it is */
    boolean begin(String clusterId, String meetingId, Recipe.Text text, String by) {
        return jdbc.sql("""
                        insert into klyngeflow.recipe
                            (cluster_id, recipe_id, meeting_id, status, version, title, about, minutes, agenda, questions,
                             measure, agreed, result, shows_cluster, edited_by, edited_at)
                        values (:cluster, :id, :meeting, 'DRAFT', 1, :title, :about, :minutes, :agenda, :questions,
                                :measure, :agreed, :result, false, :by, :now)
                        on conflict (cluster_id, meeting_id) do nothing""")
                        .params(TEXT.values(text))
                        .param("cluster", clusterId)
                        .param("id", UUID.randomUUID().toString())
                        .param("meeting", meetingId)
                        .param("by", by)
                        .param("now", now())
                        .update()
                == 1;
    }

    /** @return false when it is published: then nobody changes a word of it */
    boolean edit(Recipe recipe, Recipe.Text text, boolean showsCluster, String by) {
        Map<String, @Nullable Object> values = new HashMap<>(TEXT.values(text));
        values.put("by", by);
        return jdbc.sql("""
                                update klyngeflow.recipe set title = :title, about = :about, minutes = :minutes, agenda = :agenda,
                                    questions = :questions, measure = :measure, agreed = :agreed, result = :result,
                                    shows_cluster = :shows, version = version + 1, edited_by = :by, edited_at = :now
                                where cluster_id = :cluster and recipe_id = :id and status <> 'PUBLISHED'""")
                        .params(values)
                        .param("shows", showsCluster)
                        .param("cluster", recipe.clusterId())
                        .param("id", recipe.recipeId())
                        .param("now", now())
                        .update()
                == 1;
    }

    /** Its files have changed. */
    void touch(Recipe recipe, String by) {
        jdbc.sql("""
                        update klyngeflow.recipe set version = version + 1, edited_by = :by, edited_at = :now
                        where cluster_id = :cluster and recipe_id = :id""")
                .param("by", by)
                .param("now", now())
                .param("cluster", recipe.clusterId())
                .param("id", recipe.recipeId())
                .update();
    }

    void publish(Recipe recipe, String by) {
        jdbc.sql("""
                        update klyngeflow.recipe set status = 'PUBLISHED', published_at = :now, withdrawn_at = null,
                            edited_by = :by
                        where cluster_id = :cluster and recipe_id = :id""")
                .param("now", now())
                .param("by", by)
                .param("cluster", recipe.clusterId())
                .param("id", recipe.recipeId())
                .update();
    }

    /** A page from before no longer lets it out: it is looked through anew. @return false when it was not out */
    boolean withdraw(String clusterId, String recipeId) {
        return jdbc.sql("""
                                update klyngeflow.recipe set status = 'WITHDRAWN', withdrawn_at = :now, version = version + 1
                                where cluster_id = :cluster and recipe_id = :id and status = 'PUBLISHED'""")
                        .param("now", now())
                        .param("cluster", clusterId)
                        .param("id", recipeId)
                        .update()
                == 1;
    }

    void withdrawAll(String clusterId) {
        jdbc.sql("""
                        update klyngeflow.recipe set status = 'WITHDRAWN', withdrawn_at = :now, version = version + 1
                        where cluster_id = :cluster and status = 'PUBLISHED'""").param("now", now()).param("cluster", clusterId).update();
    }

    /** One that is not out. @return false when there is none such */
    boolean delete(String clusterId, String recipeId) {
        return jdbc.sql("""
                                delete from klyngeflow.recipe
                                where cluster_id = :cluster and recipe_id = :id and status <> 'PUBLISHED'""").param("cluster", clusterId).param("id", recipeId).update() == 1;
    }

    /** Of all clusters: what has not been out for so long, and what was said of recipes that are no more. */
    int forget(Instant before) {
        int recipes = jdbc.sql("""
                        delete from klyngeflow.recipe
                        where status <> 'PUBLISHED' and greatest(edited_at, withdrawn_at) < :before""").param("before", Timestamp.from(before)).update();
        return recipes + jdbc.sql("""
                        delete from klyngeflow.recipe_use u
                        where u.begun_at < :before
                          and not exists (select from klyngeflow.recipe r where r.recipe_id = u.recipe_id)""").param("before", Timestamp.from(before)).update();
    }

    private Timestamp now() {
        return Timestamp.from(time.now());
    }
}
