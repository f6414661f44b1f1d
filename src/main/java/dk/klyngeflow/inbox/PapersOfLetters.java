package dk.klyngeflow.inbox;

import dk.klyngeflow.documents.FiledPapers;
import dk.klyngeflow.engine.CopenhagenTime;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files that came by mail. */
@Repository
@Order(4)
class PapersOfLetters implements FiledPapers {

    private final JdbcClient jdbc;

    PapersOfLetters(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<FiledPaper> papers(String clusterId) {
        return jdbc.sql("""
                        select f.document_id, d.file_name, l.received_at
                        from klyngeflow.letter_file f
                        join klyngeflow.letter l on l.cluster_id = f.cluster_id and l.letter_id = f.letter_id
                        join klyngeflow.document d on d.cluster_id = f.cluster_id and d.id = f.document_id
                        where f.cluster_id = :cluster order by l.received_at, f.document_id""")
                .param("cluster", clusterId)
                .query((row, number) -> new FiledPaper(
                        row.getString("document_id"),
                        Shelf.LETTERS,
                        CopenhagenTime.dayOf(row.getTimestamp("received_at").toInstant()),
                        "Fra en mail: " + row.getString("file_name")))
                .list();
    }
}
