package dk.klyngeflow.foundings;

import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.documents.PdfMaker;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.members.Clusters;
import dk.klyngeflow.statutes.StatutesPaper;
import dk.klyngeflow.statutes.StatutesVersions;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The draft that goes with the invitation, as PDF: name, purpose and members, and then every rule that the cluster will be held to. */
@Component
public class DraftStatutes {

    private final Clusters clusters;
    private final Documents documents;
    private final StatutesPaper rules;
    private final StatutesVersions versions;
    private final PdfMaker pdfs;
    private final CopenhagenTime time;

    DraftStatutes(
            Clusters clusters,
            Documents documents,
            StatutesPaper rules,
            StatutesVersions versions,
            PdfMaker pdfs,
            CopenhagenTime time) {
        this.clusters = clusters;
        this.documents = documents;
        this.rules = rules;
        this.versions = versions;
        this.pdfs = pdfs;
        this.time = time;
    }

    /** Whether the founder has written nothing of her own yet. */
    public boolean isUntouched(String clusterId) {
        return version(clusterId) == 0;
    }

    public int version(String clusterId) {
        return versions.today(clusterId).version();
    }

    /** As the assembly has adopted them. @return the id of the document */
    public String adopted(String clusterId) {
        return documents
                .store(clusterId, "vedtaegter.pdf", rules.draft(clusterId), "system")
                .id();
    }

    /** @return the id of the document */
    public String file(Founding founding) {
        byte[] purpose = pdfs.pdf(
                "founding-draft",
                Map.of(
                        "cluster", clusters.get(founding.clusterId()).name(),
                        "today", DanishTime.DAY.format(time.today())));
        byte[] whole = pdfs.merge(List.of(purpose, rules.draft(founding.clusterId())));
        return documents
                .store(founding.clusterId(), "udkast-til-vedtaegter-" + founding.round() + ".pdf", whole, "system")
                .id();
    }
}
