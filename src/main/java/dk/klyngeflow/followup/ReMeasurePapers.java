package dk.klyngeflow.followup;

import dk.klyngeflow.documents.FiledPapers;
import dk.klyngeflow.engine.CopenhagenTime;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Figures before and after, as they were handed in. */
@Repository
@Order(4)
class ReMeasurePapers implements FiledPapers {

    private final JdbcClient jdbc;

    ReMeasurePapers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<FiledPaper> papers(String clusterId) {
        return jdbc.sql("""
                        select before_document as document_id, answered_at as moment, 'Måling før: ' || measure as what
                        from klyngeflow.re_measure where cluster_id = :cluster and before_document is not null
                        union all
                        select after_document, answered_at, 'Måling efter: ' || measure
                        from klyngeflow.re_measure where cluster_id = :cluster and after_document is not null
                        order by moment, document_id""")
                .param("cluster", clusterId)
                .query((row, number) -> new FiledPaper(
                        row.getString("document_id"),
                        Shelf.MEETINGS,
                        CopenhagenTime.dayOf(row.getTimestamp("moment").toInstant()),
                        row.getString("what")))
                .list();
    }
}
