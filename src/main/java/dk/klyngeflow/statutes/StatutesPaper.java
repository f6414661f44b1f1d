package dk.klyngeflow.statutes;

import dk.klyngeflow.documents.PdfMaker;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.members.Cluster;
import dk.klyngeflow.members.Clusters;
import java.util.List;
import org.springframework.stereotype.Component;

/** The statutes as a paper, to be put before the assembly. */
@Component
public class StatutesPaper {

    private final StatutesVersions versions;
    private final Clusters clusters;
    private final PdfMaker pdfs;

    StatutesPaper(StatutesVersions versions, Clusters clusters, PdfMaker pdfs) {
        this.versions = versions;
        this.clusters = clusters;
        this.pdfs = pdfs;
    }

    /** What the template shows. */
    record Paper(String cluster, String from, List<StatutesPage.Section> sections, List<String> doubts) {}

    /** What applies today; what every cluster begins with until it has written its own. */
    public byte[] draft(String clusterId) {
        return of(clusters.get(clusterId), versions.today(clusterId));
    }

    byte[] of(Cluster cluster, Statutes statutes) {
        return pdfs.pdf(
                "statutes",
                new Paper(
                        cluster.name(),
                        statutes.version() == 0 ? "" : DanishTime.DAY.format(statutes.fromDay()),
                        StatutesPage.sections(StatutesVersions.ROW.values(statutes)),
                        StatuteFields.contradictions(statutes)));
    }
}
