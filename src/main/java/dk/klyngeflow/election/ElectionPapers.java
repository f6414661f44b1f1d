package dk.klyngeflow.election;

import dk.klyngeflow.documents.FiledPapers;
import dk.klyngeflow.members.Post;
import java.time.LocalDate;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The protocols of elections, and those of their votes. */
@Repository
@Order(6)
class ElectionPapers implements FiledPapers {

    private final JdbcClient jdbc;

    ElectionPapers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<FiledPaper> papers(String clusterId) {
        return jdbc.sql("""
                        select protocol_id, post, (coalesce(ended_at, opened_at) at time zone 'Europe/Copenhagen')::date as day
                        from klyngeflow.election
                        where cluster_id = :cluster and protocol_id is not null
                        order by number""")
                .param("cluster", clusterId)
                .query((row, number) -> new FiledPaper(
                        row.getString("protocol_id"),
                        Shelf.ASSOCIATION,
                        row.getObject("day", LocalDate.class),
                        "Valgprotokol, " + Post.valueOf(row.getString("post")).danish()))
                .list();
    }
}
