package dk.klyngeflow.annualaccounts;

import dk.klyngeflow.documents.Document;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.documents.PdfMaker;
import dk.klyngeflow.documents.PdfSeal;
import dk.klyngeflow.engine.CopenhagenTime;
import dk.klyngeflow.engine.DanishTime;
import dk.klyngeflow.members.Clusters;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts the page of approvals behind a draft and seals it. */
@Component
class AccountsSeal {

    private final Documents documents;
    private final PdfMaker pdfMaker;
    private final PdfSeal seal;
    private final Clusters clusters;
    private final CopenhagenTime time;

    AccountsSeal(Documents documents, PdfMaker pdfMaker, PdfSeal seal, Clusters clusters, CopenhagenTime time) {
        this.documents = documents;
        this.pdfMaker = pdfMaker;
        this.seal = seal;
        this.clusters = clusters;
        this.time = time;
    }

    /** As it is printed on the last page. @param unsigned names, separated by commas; empty when nobody is missing */
    record Approvals(
            String cluster,
            int year,
            Of draft,
            List<AccountsOfYear.Signature> signatures,
            String unsigned,
            String unsignedWhy,
            String today) {}

    record Of(int version, String sha256) {}

    /** @return the id of the sealed PDF */
    String seal(Draft draft, List<AccountsOfYear.Signature> signatures, List<String> unsigned) {
        String cluster = draft.clusterId();
        int year = draft.year();
        byte[] accounts = documents.content(cluster, draft.documentId());
        byte[] page = pdfMaker.pdfBehind(
                accounts,
                "annual-approvals",
                new Approvals(
                        clusters.get(cluster).name(),
                        year,
                        new Of(draft.version(), draft.sha256()),
                        signatures,
                        String.join(", ", unsigned),
                        draft.seal().unsignedWhy(),
                        DanishTime.DAY.format(time.today())));
        byte[] sealed =
                seal.sealed(accounts, page, "Segl over registrerede godkendelser af årsregnskabet " + year, time.now());
        Document document =
                documents.store(cluster, "aarsregnskab-" + cluster + "-" + year + ".pdf", sealed, AccountsOfYear.MAKER);
        documents.keepForAccountingYear(cluster, document.id(), year + 1);
        return document.id();
    }
}
