package dk.klyngeflow.localmodel;

import dk.klyngeflow.documents.FiledPapers;
import java.time.LocalDate;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the cluster has agreed on, version by version. */
@Repository
@Order(8)
class ModelPapers implements FiledPapers {

    private final JdbcClient jdbc;

    ModelPapers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<FiledPaper> papers(String clusterId) {
        return jdbc.sql("""
                        select document_id, version, effective_from from klyngeflow.local_model
                        where cluster_id = :cluster order by version""")
                .param("cluster", clusterId)
                .query((row, number) -> new FiledPaper(
                        row.getString("document_id"),
                        Shelf.ASSOCIATION,
                        row.getObject("effective_from", LocalDate.class),
                        "Lokal model, version " + row.getInt("version")))
                .list();
    }
}
