package dk.klyngeflow.dataorders;

import dk.klyngeflow.documents.FiledPapers;
import dk.klyngeflow.engine.CopenhagenTime;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The files of the data packages. */
@Repository
@Order(4)
class DataPapers implements FiledPapers {

    private final JdbcClient jdbc;

    DataPapers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<FiledPaper> papers(String clusterId) {
        return jdbc.sql("""
                        select f.document_id, f.added_at as moment, 'Datapakke: ' || d.file_name as what
                        from klyngeflow.data_file f
                        join klyngeflow.document d on d.cluster_id = f.cluster_id and d.id = f.document_id
                        where f.cluster_id = :cluster order by f.added_at, f.document_id""")
                .param("cluster", clusterId)
                .query((row, number) -> new FiledPaper(
                        row.getString("document_id"),
                        Shelf.MEETINGS,
                        CopenhagenTime.dayOf(row.getTimestamp("moment").toInstant()),
                        row.getString("what")))
                .list();
    }
}
