package dk.klyngeflow.founding;

import dk.klyngeflow.foundings.FoundingStage;
import dk.klyngeflow.pages.CasesUnderWay;
import java.sql.Timestamp;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Clusters that are being founded, and local models that are being agreed on. */
@Repository
@Order(1)
class FoundingStandings implements CasesUnderWay {

    private final JdbcClient jdbc;

    FoundingStandings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> processes() {
        return Set.of(ClusterFounding.KEY, LocalModel.KEY);
    }

    @Override
    public List<Standing> in(@Nullable String clusterId) {
        String inIt = clusterId == null ? "" : " and cluster_id = :cluster";
        return jdbc.sql("""
                        select cluster_id, name, 'FOUNDING' as what, stage as stands, 0 as round, coalesce(waits_since, started_at) as since
                        from klyngeflow.founding join klyngeflow.cluster using (cluster_id) where ended_at is null""" + inIt + """

                        union all
                        select cluster_id, '', 'MODEL', case when comments_closed_at is not null then 'Udkastet skal afgøres'
                          when shown > 0 then 'Medlemmerne ser udkastet' when closed_at is not null then 'Udkastet skrives'
                          else 'Medlemmerne bliver spurgt' end, round_no, coalesce(comments_closed_at, closed_at, opened_at)
                        from klyngeflow.model_round where ended_at is null""" + inIt)
                .param("cluster", clusterId)
                .query((row, number) -> standing(
                        row.getString("cluster_id"),
                        row.getString("name"),
                        row.getString("what").equals("MODEL"),
                        row.getInt("round"),
                        row.getString("stands"),
                        row.getTimestamp("since")))
                .list();
    }

    private static Standing standing(
            String cluster, String name, boolean isModel, int round, String stands, Timestamp since) {
        return isModel
                ? new Standing(
                        cluster,
                        "Lokal model",
                        "runde " + round,
                        LocalModelPage.PATH + cluster,
                        stands,
                        since.toInstant())
                : new Standing(
                        cluster,
                        "Stiftelse",
                        name,
                        FoundingsPage.PATH,
                        FoundingStage.valueOf(stands).danish(),
                        since.toInstant());
    }
}
