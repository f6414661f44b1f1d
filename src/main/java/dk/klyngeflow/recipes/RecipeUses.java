package dk.klyngeflow.recipes;

import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.Rows;
import dk.klyngeflow.engine.Rows.Column;
import dk.klyngeflow.gatherings.Meeting;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The meetings that were begun from a recipe: what they took, and how it went. */
@Repository
class RecipeUses {

    private static final String SELECT = """
            select u.*, c.name as cluster_name from klyngeflow.recipe_use u
            join klyngeflow.cluster c on c.cluster_id = u.cluster_id\s""";
    private static final Rows<Use> ROW = Rows.of(Use.class, "recipe_use");

    private final JdbcClient jdbc;
    private final CopenhagenTime time;

    RecipeUses(JdbcClient jdbc, CopenhagenTime time) {
        this.jdbc = jdbc;
        this.time = time;
    }

    /**
     * @param agenda as it was taken, with the questions apart
     * @param said null, as {@code again} and {@code saidAt}, until the coordinator has said how it went
     */
    record Use(
            String clusterId,
            String meetingId,
            String recipeId,
            String title,
            String agenda,
            String questions,
            @Nullable String said,
            @Nullable Boolean again,
            boolean showsCluster,
            @Nullable Instant saidAt,
            @Column(isJoined = true) String clusterName) {

        /** Of what was last said: empty before anything was, and after it was taken back. */
        public String mark() {
            return saidAt == null ? "" : saidAt.toString();
        }

        boolean isSaid(RecipeTrials.Word word) {
            return word.said().equals(said)
                    && Boolean.valueOf(word.again()).equals(again)
                    && word.showsCluster() == showsCluster;
        }

        public String from() {
            return showsCluster ? clusterName : Recipe.ANOTHER;
        }

        public String verdict() {
            return Boolean.TRUE.equals(again) ? "Vil bruge den igen" : "Vil ikke bruge den igen";
        }
    }

    void begun(Meeting meeting, Recipe recipe, String by) {
        jdbc.sql("""
                        insert into klyngeflow.recipe_use
                            (cluster_id, meeting_id, recipe_id, title, agenda, questions, begun_by, begun_at)
                        values (:cluster, :meeting, :recipe, :title, :agenda, :questions, :by, :now)""")
                .param("cluster", meeting.clusterId())
                .param("meeting", meeting.meetingId())
                .param("recipe", recipe.recipeId())
                .param("title", recipe.title())
                .param("agenda", recipe.text().agenda())
                .param("questions", recipe.text().questions())
                .param("by", by)
                .param("now", Timestamp.from(time.now()))
                .update();
    }

    Optional<Use> find(String clusterId, String meetingId) {
        return jdbc.sql(SELECT + "where u.cluster_id = :cluster and u.meeting_id = :meeting")
                .param("cluster", clusterId)
                .param("meeting", meetingId)
                .query(ROW)
                .optional();
    }

    /** Held until the end of the transaction. */
    Use lock(Use use) {
        return jdbc.sql(SELECT + "where u.cluster_id = :cluster and u.meeting_id = :meeting for update of u")
                .param("cluster", use.clusterId())
                .param("meeting", use.meetingId())
                .query(ROW)
                .single();
    }

    /** Of all clusters: how it went for those who have said so, the newest first. */
    List<Use> said(Recipe recipe) {
        return jdbc.sql(SELECT + "where u.recipe_id = :recipe and u.said is not null order by u.said_at desc")
                .param("recipe", recipe.recipeId())
                .query(ROW)
                .list();
    }

    void say(Use use, RecipeTrials.Word word, String by) {
        jdbc.sql("""
                        update klyngeflow.recipe_use set said = :said, again = :again, shows_cluster = :shows, said_by = :by,
                            said_at = :now
                        where cluster_id = :cluster and meeting_id = :meeting""")
                .param("said", word.said())
                .param("again", word.again())
                .param("shows", word.showsCluster())
                .param("by", by)
                .param("now", Timestamp.from(time.now()))
                .param("cluster", use.clusterId())
                .param("meeting", use.meetingId())
                .update();
    }

    /** What was said is taken back; the meeting keeps what it took. */
    void unsay(Use use) {
        jdbc.sql("""
                        update klyngeflow.recipe_use set said = null, again = null, shows_cluster = false, said_by = null,
                            said_at = null
                        where cluster_id = :cluster and meeting_id = :meeting""")
                .param("cluster", use.clusterId())
                .param("meeting", use.meetingId())
                .update();
    }
}
