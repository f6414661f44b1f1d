package dk.klyngeflow.handover;

import dk.klyngeflow.documents.FiledPapers;
import java.time.LocalDate;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The notes with which coordinators handed their post over. */
@Repository
@Order(9)
class HandoverPapers implements FiledPapers {

    private final JdbcClient jdbc;

    HandoverPapers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<FiledPaper> papers(String clusterId) {
        return jdbc.sql("""
                        select document_id, day from klyngeflow.handover
                        where cluster_id = :cluster and document_id is not null order by day""")
                .param("cluster", clusterId)
                .query((row, number) -> new FiledPaper(
                        row.getString("document_id"),
                        Shelf.ASSOCIATION,
                        row.getObject("day", LocalDate.class),
                        "Overdragelsesnotat"))
                .list();
    }
}
