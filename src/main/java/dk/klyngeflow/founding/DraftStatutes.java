package dk.klyngeflow.founding;

import dk.klyngeflow.documents.Document;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.documents.PdfMaker;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.members.Clusters;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The draft that goes with the invitation, as PDF. */
@Component
class DraftStatutes {

    private final Clusters clusters;
    private final Documents documents;
    private final PdfMaker pdfs;
    private final CopenhagenTime time;

    DraftStatutes(Clusters clusters, Documents documents, PdfMaker pdfs, CopenhagenTime time) {
        this.clusters = clusters;
        this.documents = documents;
        this.pdfs = pdfs;
        this.time = time;
    }

    /** @return the id of the document */
    String file(Founding founding) {
        byte[] pdf = pdfs.pdf(
                "founding-draft",
                Map.of(
                        "cluster", clusters.get(founding.clusterId()).name(),
                        "today", DanishTime.DAY.format(time.today())));
        Document kept = documents.store(
                founding.clusterId(), "udkast-til-vedtaegter-" + founding.round() + ".pdf", pdf, "system");
        return kept.id();
    }
}
