package dk.klyngeflow.meetings;

import dk.klyngeflow.documents.Document;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormContract.Answer;
import dk.klyngeflow.engine.FormFields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The files that go with the invitation, or that none will come. */
@Component
class ReceiveDataContract implements FormContract<ReceiveDataContract.Form> {

    private static final String RECEIVED = "RECEIVED";

    private final DataOrders orders;
    private final Documents documents;

    ReceiveDataContract(DataOrders orders, Documents documents) {
        this.orders = orders;
        this.documents = documents;
    }

    record Form(String decision, String file1, String file2, String file3) {

        boolean isReceived() {
            return decision.equals(RECEIVED);
        }

        List<String> files() {
            return Stream.of(file1, file2, file3).filter(id -> !id.isEmpty()).toList();
        }
    }

    @Override
    public String task() {
        return "receiveData";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        Form form = new Form(
                fields.choice("decision", Set.of(RECEIVED, "NONE"), "Vælg, om data er kommet."),
                fields.text("file1", "Filen"),
                fields.text("file2", "Filen"),
                fields.text("file3", "Filen"));
        if (form.isReceived()) {
            if (form.files().isEmpty()) {
                fields.wrong("Læg mindst én fil ved, eller sig, at data ikke kommer.");
            }
            if (form.files().stream().anyMatch(id -> hers(answer, id).isEmpty())) {
                fields.wrong("En af filerne findes ikke længere. Vælg den igen.");
            }
        }
        return form;
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        if (form.isReceived()) {
            String meetingId = DataOrderVariables.MEETING_ID.in(answer.known());
            form.files().forEach(file -> orders.addFile(answer.clusterId(), meetingId, file));
        }
        return Map.of(DataOrderVariables.HAS_DATA.name(), form.isReceived());
    }

    /** Nobody lays another one's file with a meeting by naming it. */
    private Optional<Document> hers(Answer answer, String documentId) {
        return documents.uploadedBy(answer.personId(), answer.clusterId(), documentId);
    }
}
