package dk.klyngeflow.gatherings;

import dk.klyngeflow.documents.Document;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.documents.KeptBack;
import dk.klyngeflow.documents.PdfMaker;
import dk.klyngeflow.engine.Rows;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.members.Practices;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What is read before a meeting: the agenda and the data, kept apart and sent as one PDF. */
@Repository
public class MeetingPapers {

    private static final String SYSTEM = "klyngeflow";

    /** A file may have a longer name. */
    private static final int LONGEST_TITLE = 200;

    private static final Rows<MeetingPaper> ROW = Rows.of(MeetingPaper.class, "meeting_paper");

    private final JdbcClient jdbc;
    private final Documents documents;
    private final PdfMaker pdfs;
    private final Clusters clusters;
    private final Meetings meetings;
    private final Practices practices;
    private final KeptBack keptBack;
    private final ObjectProvider<AgendaPaperNote> notes;

    MeetingPapers(
            JdbcClient jdbc,
            Documents documents,
            PdfMaker pdfs,
            Clusters clusters,
            Meetings meetings,
            Practices practices,
            KeptBack keptBack,
            ObjectProvider<AgendaPaperNote> notes) {
        this.jdbc = jdbc;
        this.documents = documents;
        this.pdfs = pdfs;
        this.clusters = clusters;
        this.meetings = meetings;
        this.practices = practices;
        this.keptBack = keptBack;
        this.notes = notes;
    }

    /**
     * Puts a file with the meeting, such as the data package; it goes with the invitation, unless it may show the figures of single practices.
     *
     * @return false when it stays with the secretary
     */
    public boolean add(Meeting meeting, String documentId, String title) {
        if (staysBack(meeting, documentId)) {
            return false;
        }
        jdbc.sql("""
                        insert into klyngeflow.meeting_paper (cluster_id, meeting_id, document_id, title)
                        values (:cluster, :id, :document, :title) on conflict do nothing""")
                .param("cluster", meeting.clusterId())
                .param("id", meeting.meetingId())
                .param("document", documentId)
                .param("title", title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE - 1) + "…" : title)
                .update();
        return true;
    }

    private boolean staysBack(Meeting meeting, String documentId) {
        return keptBack.look(meeting.clusterId(), documentId, practices.providerNumbers(meeting.clusterId()))
                .isPresent();
    }

    /** What members may see; whatever was laid with the meeting in the past is looked through, too. */
    public List<MeetingPaper> of(Meeting meeting) {
        return laid(meeting).stream()
                .filter(paper -> !staysBack(meeting, paper.documentId()))
                .toList();
    }

    private List<MeetingPaper> laid(Meeting meeting) {
        return jdbc.sql("""
                        select document_id, title from klyngeflow.meeting_paper
                        where cluster_id = :cluster and meeting_id = :id order by paper_id""")
                .param("cluster", meeting.clusterId())
                .param("id", meeting.meetingId())
                .query(ROW)
                .list();
    }

    /** The bundle that went out with the invitation; empty before that. */
    public List<String> kept(Meeting meeting) {
        return meeting.agendaDocument() == null ? List.of() : List.of(meeting.agendaDocument());
    }

    /** Agenda and data as one PDF, kept with the meeting. */
    public String bundle(Meeting meeting) {
        List<PdfMaker.Part> parts = new ArrayList<>();
        parts.add(new PdfMaker.Part("Dagsorden", agenda(meeting)));
        for (MeetingPaper paper : of(meeting)) {
            parts.add(new PdfMaker.Part(paper.title(), documents.content(meeting.clusterId(), paper.documentId())));
        }
        byte[] whole = parts.size() == 1 ? parts.get(0).content() : pdfs.bundle(parts);
        Document kept = documents.store(meeting.clusterId(), "dagsorden-" + meeting.day() + ".pdf", whole, SYSTEM);
        meetings.agenda(meeting.clusterId(), meeting.meetingId(), meeting.agenda(), kept.id());
        return kept.id();
    }

    private record AgendaPaper(
            String clusterName,
            Meeting meeting,
            String when,
            List<String> lines,
            List<String> papers,
            List<String> notes) {}

    private byte[] agenda(Meeting meeting) {
        return pdfs.pdf(
                "agenda",
                new AgendaPaper(
                        clusters.get(meeting.clusterId()).name(),
                        meeting,
                        meeting.fromTo(),
                        meeting.agenda().lines().toList(),
                        of(meeting).stream().map(MeetingPaper::title).toList(),
                        notes.stream()
                                .flatMap(each -> each.of(meeting).stream())
                                .toList()));
    }
}
