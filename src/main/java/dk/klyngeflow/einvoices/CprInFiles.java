package dk.klyngeflow.einvoices;

import dk.klyngeflow.documents.Documents;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says so when the text of a bill or receipt holds what looks like a CPR number. */
@Component
public class CprInFiles {

    private final Documents documents;

    CprInFiles(Documents documents) {
        this.documents = documents;
    }

    /** For whoever hands in a receipt, in Danish. */
    public Optional<String> warningAbout(String clusterId, String documentId) {
        return documents.warningOfCprNumber(clusterId, documentId);
    }

    public List<Problem> in(byte[] content) {
        return documents
                .warningOfCprNumber(content)
                .map(sentence -> new Problem("CPR_IN_FILE", Problem.Severity.WARNING, sentence, "", ""))
                .stream()
                .toList();
    }
}
