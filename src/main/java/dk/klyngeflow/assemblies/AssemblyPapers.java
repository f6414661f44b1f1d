package dk.klyngeflow.assemblies;

import dk.klyngeflow.documents.FiledPapers;
import java.time.LocalDate;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Notices, attests and minutes of general assemblies. */
@Repository
@Order(7)
class AssemblyPapers implements FiledPapers {

    private final JdbcClient jdbc;

    AssemblyPapers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<FiledPaper> papers(String clusterId) {
        return jdbc.sql("""
                        select d.id as document_id, d.file_name, (a.created_at at time zone 'Europe/Copenhagen')::date as day
                        from klyngeflow.assembly a
                        join klyngeflow.document d on d.cluster_id = a.cluster_id and d.belongs_to = a.business_key
                        where a.cluster_id = :cluster
                        order by a.created_at, d.id""")
                .param("cluster", clusterId)
                .query((row, number) -> new FiledPaper(
                        row.getString("document_id"),
                        row.getString("file_name").startsWith("referat-gf") ? Shelf.MINUTES : Shelf.ASSOCIATION,
                        row.getObject("day", LocalDate.class),
                        title(row.getString("file_name"))))
                .list();
    }

    private static String title(String file) {
        if (file.startsWith("indkaldelse-")) {
            return "Indkaldelse til generalforsamling";
        } else if (file.startsWith("varslingsattest-")) {
            return "Attest for lovlig varsling";
        } else if (file.startsWith("forslag-")) {
            return "Forslag til generalforsamling";
        } else if (file.startsWith("afvikling-")) {
            return "Hvordan den opløste forening blev gjort op";
        } else if (file.startsWith("referat-udkast-")) {
            return "Referat af generalforsamling, som det blev lagt til underskrift";
        }
        return "Referat af generalforsamling";
    }
}
