package dk.klyngeflow.ballots;

import dk.klyngeflow.documents.FiledPapers;
import java.time.LocalDate;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The protocols of votes, which anybody can count again. */
@Repository
@Order(7)
class BallotPapers implements FiledPapers {

    private final JdbcClient jdbc;

    BallotPapers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<FiledPaper> papers(String clusterId) {
        return jdbc.sql("""
                        select c.pdf, b.title, (c.counted_at at time zone 'Europe/Copenhagen')::date as day
                        from klyngeflow.ballot_count c
                        join klyngeflow.ballot b using (cluster_id, ballot_id)
                        where c.cluster_id = :cluster and c.pdf is not null
                        order by c.counted_at""")
                .param("cluster", clusterId)
                .query((row, number) -> new FiledPaper(
                        row.getString("pdf"),
                        Shelf.ASSOCIATION,
                        row.getObject("day", LocalDate.class),
                        "Protokol over afstemning, " + row.getString("title")))
                .list();
    }
}
