package dk.klyngeflow.annualaccounts;

import dk.klyngeflow.documents.Document;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.engine.CopenhagenTime;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Prints a draft of the accounts and keeps it as a PDF and as a spreadsheet. */
@Component
class AccountsDrafts {

    private final AccountsPaper paper;
    private final Documents documents;
    private final CopenhagenTime time;

    AccountsDrafts(AccountsPaper paper, Documents documents, CopenhagenTime time) {
        this.paper = paper;
        this.documents = documents;
        this.time = time;
    }

    /** @param ledgerDraft the number of the ledger's draft it is made of */
    Draft make(String clusterId, int year, int version, int ledgerDraft) {
        AccountsPaper.Paper of = paper.paper(clusterId, year, version);
        String name = "aarsregnskab-" + clusterId + "-" + year + "-udkast-" + version;
        Document pdf = documents.store(clusterId, name + ".pdf", paper.pdf(of), AccountsOfYear.MAKER);
        Document sheet = documents.store(clusterId, name + ".xlsx", paper.xlsx(of), AccountsOfYear.MAKER);
        documents.keepForAccountingYear(clusterId, pdf.id(), year + 1);
        return new Draft(
                clusterId,
                year,
                version,
                ledgerDraft,
                UUID.randomUUID().toString(),
                new Draft.Files(pdf.id(), sheet.id(), pdf.sha256()),
                time.now().truncatedTo(ChronoUnit.MICROS),
                Draft.Seal.NONE);
    }
}
