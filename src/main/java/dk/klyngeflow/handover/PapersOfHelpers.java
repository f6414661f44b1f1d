package dk.klyngeflow.handover;

import dk.klyngeflow.documents.FiledPapers;
import java.time.LocalDate;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What members have sent with their answers about somebody else's task. */
@Repository
@Order(10)
class PapersOfHelpers implements FiledPapers {

    private final JdbcClient jdbc;

    PapersOfHelpers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<FiledPaper> papers(String clusterId) {
        return jdbc.sql("""
                        select document_id, (coalesce(answered_at, asked_at) at time zone 'Europe/Copenhagen')::date as day
                        from klyngeflow.task_help
                        where cluster_id = :cluster and document_id is not null order by asked_at""")
                .param("cluster", clusterId)
                .query((row, number) -> new FiledPaper(
                        row.getString("document_id"),
                        Shelf.OTHER,
                        row.getObject("day", LocalDate.class),
                        "Svar fra et medlem, der blev spurgt om en opgave"))
                .list();
    }
}
