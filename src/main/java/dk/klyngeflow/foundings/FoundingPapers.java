package dk.klyngeflow.foundings;

import dk.klyngeflow.documents.FiledPapers;
import java.time.LocalDate;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The minutes of the founding assembly, and what the formalities gave. */
@Repository
@Order(5)
class FoundingPapers implements FiledPapers {

    private final JdbcClient jdbc;

    FoundingPapers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<FiledPaper> papers(String clusterId) {
        return jdbc.sql("""
                        select document_id, (recorded_at at time zone 'Europe/Copenhagen')::date as day, 'Referat af stiftende generalforsamling' as what
                        from klyngeflow.founding_record where cluster_id = :cluster and document_id is not null
                        union all
                        select document_id, (settled_at at time zone 'Europe/Copenhagen')::date,
                               case kind when 'REGISTRATION' then 'Bevis for registrering' when 'ACCOUNT' then 'Aftale om konto' else 'Brev til KiAP' end
                        from klyngeflow.founding_formality
                        where cluster_id = :cluster and document_id is not null and settled_at is not null""")
                .param("cluster", clusterId)
                .query((row, number) -> new FiledPaper(
                        row.getString("document_id"),
                        Shelf.ASSOCIATION,
                        row.getObject("day", LocalDate.class),
                        row.getString("what")))
                .list();
    }
}
