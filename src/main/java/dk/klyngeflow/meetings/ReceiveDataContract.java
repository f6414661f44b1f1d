package dk.klyngeflow.meetings;

import dk.klyngeflow.documents.Document;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormFields;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The files that go with the invitation, or that none will come. */
@Component
class ReceiveDataContract implements FormContract {

    private static final List<String> FILES = List.of("file1", "file2", "file3");
    private static final Set<String> FIELDS = Set.of("decision", "file1", "file2", "file3");
    private static final String RECEIVED = "RECEIVED";

    private final DataOrders orders;
    private final Documents documents;

    ReceiveDataContract(DataOrders orders, Documents documents) {
        this.orders = orders;
        this.documents = documents;
    }

    @Override
    public String task() {
        return "receiveData";
    }

    @Override
    public void check(Answer answer) {
        FormFields fields = FormFields.of(answer.sent(), FIELDS);
        if (isReceived(fields)) {
            List<String> sent = files(fields).toList();
            if (sent.isEmpty()) {
                fields.wrong("Læg mindst én fil ved, eller sig, at data ikke kommer.");
            }
            if (sent.stream().anyMatch(id -> hers(answer, id).isEmpty())) {
                fields.wrong("En af filerne findes ikke længere. Vælg den igen.");
            }
        }
        fields.refuseIfWrong();
    }

    @Override
    public Map<String, Object> accept(Answer answer) {
        FormFields fields = FormFields.of(answer.sent(), FIELDS);
        boolean received = isReceived(fields);
        if (received) {
            String meetingId = DataOrderVariables.MEETING_ID.in(answer.known());
            files(fields).forEach(file -> {
                orders.addFile(answer.clusterId(), meetingId, file);
                documents.belongsTo(answer.businessKey(), answer.clusterId(), file);
            });
        }
        return Map.of(DataOrderVariables.HAS_DATA.name(), received);
    }

    /** Nobody lays another one's file with a meeting by naming it. */
    private Optional<Document> hers(Answer answer, String documentId) {
        return documents.uploadedFor(answer.businessKey(), answer.personId(), answer.clusterId(), documentId);
    }

    private static Stream<String> files(FormFields fields) {
        return FILES.stream().map(name -> fields.text(name, "Filen")).filter(id -> !id.isEmpty());
    }

    private static boolean isReceived(FormFields fields) {
        return fields.choice("decision", Set.of(RECEIVED, "NONE"), "Vælg, om data er kommet.")
                .equals(RECEIVED);
    }
}
