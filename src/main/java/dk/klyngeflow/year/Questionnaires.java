package dk.klyngeflow.year;

import dk.klyngeflow.documents.Document;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.documents.PdfMaker;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.members.Clusters;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what was sent to KiAP about a year, as a paper. */
@Component
class Questionnaires {

    private final Clusters clusters;
    private final PdfMaker pdfs;
    private final Documents documents;
    private final YearPlan plan;

    Questionnaires(Clusters clusters, PdfMaker pdfs, Documents documents, YearPlan plan) {
        this.clusters = clusters;
        this.pdfs = pdfs;
        this.documents = documents;
        this.plan = plan;
    }

    private record Paper(String cluster, int year, String sent, List<String> lines) {}

    @Transactional
    public void sent(YearItem item, String text, LocalDate sentOn, String by) {
        int about = item.year() - 1;
        byte[] paper = pdfs.pdf(
                "activity-questionnaire",
                new Paper(
                        clusters.get(item.clusterId()).name(),
                        about,
                        DanishTime.DAY.format(sentOn),
                        text.lines().filter(line -> !line.isBlank()).toList()));
        Document kept = documents.store(item.clusterId(), "kiap-aktivitetsskema-" + about + ".pdf", paper, by);
        documents.keepForAccountingYear(item.clusterId(), kept.id(), item.year());
        plan.document(item, kept.id());
        plan.done(item, sentOn, by);
    }
}
