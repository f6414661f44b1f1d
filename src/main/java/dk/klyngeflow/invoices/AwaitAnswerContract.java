package dk.klyngeflow.invoices;

import dk.klyngeflow.bills.Invoices;
import dk.klyngeflow.documents.Document;
import dk.klyngeflow.documents.Documents;
import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormContract.Answer;
import dk.klyngeflow.engine.FormFields;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The sender's answer to the secretary's question, or that there was none. */
@Component
class AwaitAnswerContract implements FormContract<AwaitAnswerContract.Form> {

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

    record Form(String decision, String answer, String reason, String documentId) {

        boolean isAnswered() {
            return decision.equals("ANSWERED");
        }
    }

    @Override
    public String task() {
        return "awaitAnswer";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        String decision = fields.choice("decision", Set.of("ANSWERED", "REJECT"), "Vælg, om der kom et svar.");
        String said = "";
        String reason = "";
        if (decision.equals("ANSWERED")) {
            said = fields.requiredParagraphs("answer", "Svaret");
        } else {
            reason = fields.requiredParagraphs(fields.has("reason") ? "reason" : "answer", "Begrundelsen");
        }
        String document = fields.text("documentId", "Fil");
        if (!document.isEmpty() && hers(answer, document).isEmpty()) {
            fields.wrong("Filen findes ikke. Vælg den igen.");
        }
        return new Form(decision, said, reason, document);
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        String id = InvoiceApprovalVariables.INVOICE_ID.in(answer.known());
        if (form.isAnswered()) {
            decisions.answered(answer.clusterId(), id, answer.personId(), form.answer());
        } else {
            decisions.rejected(answer.clusterId(), id, answer.personId(), form.reason());
        }
        hers(answer, form.documentId())
                .ifPresent(file -> intake.attach(invoices.get(answer.clusterId(), id), file.id(), file.fileName()));
        return Map.of(InvoiceApprovalVariables.IS_ANSWERED.name(), form.isAnswered());
    }

    private Optional<Document> hers(Answer answer, String documentId) {
        return documents.uploadedFor(answer.businessKey(), answer.personId(), answer.clusterId(), documentId);
    }
}
