package dk.klyngeflow.gatherings;

import dk.klyngeflow.documents.FiledPapers;
import java.time.LocalDate;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Minutes, agendas, attendance lists and what was laid with the meetings. */
@Repository
@Order(3)
class PapersOfMeetings implements FiledPapers {

    private final JdbcClient jdbc;

    PapersOfMeetings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<FiledPaper> papers(String clusterId) {
        return jdbc.sql("""
                        select coalesce((m.starts_at at time zone 'Europe/Copenhagen')::date, m.earliest_day) as day,
                               m.title, f.document_id, f.what
                        from klyngeflow.meeting m
                        join (
                            select cluster_id, meeting_id, minutes_document as document_id, 'Referat' as what
                            from klyngeflow.meeting_wrap_up
                            union all select cluster_id, meeting_id, attendance_document, 'Mødeliste'
                            from klyngeflow.meeting_wrap_up
                            union all select cluster_id, meeting_id, agenda_document, 'Dagsorden' from klyngeflow.meeting
                            union all select cluster_id, meeting_id, document_id, 'Mødepapir: ' || title
                            from klyngeflow.meeting_paper
                        ) f on f.cluster_id = m.cluster_id and f.meeting_id = m.meeting_id
                        where m.cluster_id = :cluster and f.document_id is not null
                        order by m.year, m.number, f.what desc, f.document_id""")
                .param("cluster", clusterId)
                .query((row, number) -> new FiledPaper(
                        row.getString("document_id"),
                        row.getString("what").equals("Referat") ? Shelf.MINUTES : Shelf.MEETINGS,
                        row.getObject("day", LocalDate.class),
                        row.getString("what")
                                + (row.getString("title").isEmpty() ? "" : ", " + row.getString("title"))))
                .list();
    }
}
