package dk.klyngeflow.invoices;

import dk.klyngeflow.documents.Document;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormFields;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The sender's answer to the secretary's question, or that there was none. */
@Component
class AwaitAnswerContract implements FormContract {

    private static final Set<String> FIELDS = Set.of("decision", "answer", "reason", "documentId");

    private final InvoiceDecisions decisions;
    private final InvoiceIntake intake;
    private final Invoices invoices;
    private final Documents documents;

    AwaitAnswerContract(InvoiceDecisions decisions, InvoiceIntake intake, Invoices invoices, Documents documents) {
        this.decisions = decisions;
        this.intake = intake;
        this.invoices = invoices;
        this.documents = documents;
    }

    @Override
    public String task() {
        return "awaitAnswer";
    }

    @Override
    public void check(Answer answer) {
        FormFields fields = FormFields.of(answer.sent(), FIELDS);
        if (decision(fields).equals("ANSWERED")) {
            fields.requiredParagraphs("answer", "Svaret");
        } else {
            fields.requiredParagraphs(fields.has("reason") ? "reason" : "answer", "Begrundelsen");
        }
        String document = fields.text("documentId", "Fil");
        if (!document.isEmpty() && hers(answer, document).isEmpty()) {
            fields.wrong("Filen findes ikke. Vælg den igen.");
        }
        fields.refuseIfWrong();
    }

    @Override
    public Map<String, Object> accept(Answer answer) {
        FormFields fields = FormFields.of(answer.sent(), FIELDS);
        String id = InvoiceApprovalVariables.INVOICE_ID.in(answer.known());
        boolean isAnswered = decision(fields).equals("ANSWERED");
        if (isAnswered) {
            decisions.answered(answer.clusterId(), id, answer.personId(), fields.paragraphs("answer", "Svaret"));
        } else {
            String reason = fields.has("reason") ? fields.paragraphs("reason", "") : fields.paragraphs("answer", "");
            decisions.rejected(answer.clusterId(), id, answer.personId(), reason);
        }
        hers(answer, fields.text("documentId", "Fil"))
                .ifPresent(file -> intake.attach(invoices.get(answer.clusterId(), id), file.id(), file.fileName()));
        return Map.of(InvoiceApprovalVariables.IS_ANSWERED.name(), isAnswered);
    }

    private Optional<Document> hers(Answer answer, String documentId) {
        return documents.uploadedFor(answer.businessKey(), answer.personId(), answer.clusterId(), documentId);
    }

    private static String decision(FormFields fields) {
        return fields.choice("decision", Set.of("ANSWERED", "REJECT"), "Vælg, om der kom et svar.");
    }
}
