package dk.klyngeflow.election;

import dk.klyngeflow.members.Post;
import dk.klyngeflow.pages.CasesUnderWay;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Elections that are not decided, with their votes. */
@Repository
@Order(2)
class ElectionStandings implements CasesUnderWay {

    private final JdbcClient jdbc;

    ElectionStandings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Set<String> processes() {
        return Set.of(CoordinatorElection.KEY, "secret-ballot");
    }

    @Override
    public List<Standing> in(@Nullable String clusterId) {
        return jdbc.sql("""
                        select cluster_id, number, post, status, coalesce(status_since, opened_at) as since
                        from klyngeflow.election where ended_at is null""" + (clusterId == null ? "" : " and cluster_id = :cluster"))
                .param("cluster", clusterId)
                .query((row, number) -> {
                    String cluster = row.getString("cluster_id");
                    return new Standing(
                            cluster,
                            "Valg",
                            "nr. " + row.getInt("number") + ": "
                                    + Post.valueOf(row.getString("post")).danish(),
                            "/valg/" + cluster + "/" + row.getInt("number"),
                            ElectionStatus.valueOf(row.getString("status")).danish(),
                            row.getTimestamp("since").toInstant());
                })
                .list();
    }
}
