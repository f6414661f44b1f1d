package dk.klyngeflow.assemblies;

import dk.klyngeflow.documents.FiledPapers;
import java.time.LocalDate;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The protocols of votes by link, among the papers of the association. */
@Repository
@Order(6)
class EveningPapers implements FiledPapers {

    private final JdbcClient jdbc;

    EveningPapers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<FiledPaper> papers(String clusterId) {
        return jdbc.sql("""
                        select b.protocol_id, i.title, (e.opened_at at time zone 'Europe/Copenhagen')::date as day
                        from klyngeflow.evening_ballot b
                        join klyngeflow.evening e on e.cluster_id = b.cluster_id and e.evening_id = b.evening_id
                        join klyngeflow.evening_item i
                          on i.cluster_id = b.cluster_id and i.evening_id = b.evening_id and i.number = b.item
                        where b.cluster_id = :cluster and b.protocol_id is not null
                        order by e.opened_at, b.ballot_no""")
                .param("cluster", clusterId)
                .query((row, number) -> new FiledPaper(
                        row.getString("protocol_id"),
                        Shelf.ASSOCIATION,
                        row.getObject("day", LocalDate.class),
                        "Protokol over digital afstemning på generalforsamlingen, " + row.getString("title")))
                .list();
    }
}
