package dk.klyngeflow.year;

import dk.klyngeflow.documents.FiledPapers;
import java.time.LocalDate;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What was sent to KiAP, year by year. */
@Repository
@Order(9)
class YearPapers implements FiledPapers {

    private final JdbcClient jdbc;

    YearPapers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<FiledPaper> papers(String clusterId) {
        return jdbc.sql("""
                        select document_id, year, coalesce(done_on, due_on) as day from klyngeflow.year_item
                        where cluster_id = :cluster and document_id is not null order by year""")
                .param("cluster", clusterId)
                .query((row, number) -> new FiledPaper(
                        row.getString("document_id"),
                        Shelf.ASSOCIATION,
                        row.getObject("day", LocalDate.class),
                        "KiAP's aktivitetsskema for " + (row.getInt("year") - 1)))
                .list();
    }
}
