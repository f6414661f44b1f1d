package dk.klyngeflow.invoices;

import dk.klyngeflow.bills.ApprovalLevel;
import dk.klyngeflow.bills.Invoice;
import dk.klyngeflow.bills.Invoices;
import dk.klyngeflow.engine.FormContract.Answer;
import dk.klyngeflow.engine.FormFields;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The form that coordinator and board share. */
@Component
class ApprovalForm {

    private static final Set<String> CHOICES = Set.of("APPROVE", "BACK", "REJECT");

    private final Invoices invoices;
    private final InvoiceDecisions decisions;

    ApprovalForm(Invoices invoices, InvoiceDecisions decisions) {
        this.invoices = invoices;
        this.decisions = decisions;
    }

    record Form(String decision, String comment, String contentHash) {}

    Form read(FormFields fields, Answer answer, ApprovalLevel level) {
        Invoice invoice = invoices.lock(answer.clusterId(), id(answer));
        String decision = fields.choice("decision", CHOICES, "Vælg, om du godkender bilaget.");
        String seen = decision.equals("APPROVE") ? fields.text("contentHash", "Det sete") : "";
        String comment = "";
        switch (decision) {
            case "APPROVE" -> {
                if (!seen.isEmpty() && !seen.equals(invoice.contentHash())) {
                    fields.wrong("Bilaget er ændret, siden du åbnede det. Genindlæs siden og se det igen.");
                }
                comment = fields.paragraphs("comment", "Kommentaren");
                decisions
                        .objection(answer.clusterId(), invoice.id(), answer.personId(), level)
                        .ifPresent(fields::wrong);
            }
            case "BACK" -> comment = fields.requiredParagraphs("comment", "En kommentar om, hvad der skal rettes,");
            case "REJECT" -> comment = fields.requiredParagraphs("comment", "Begrundelsen");
            default -> {}
        }
        return new Form(decision, comment, seen);
    }

    Map<String, Object> take(Form form, Answer answer, ApprovalLevel level) {
        String decision = form.decision();
        String comment = form.comment();
        switch (decision) {
            case "APPROVE" -> decisions.approved(answer.clusterId(), id(answer), answer.personId(), level, comment);
            case "BACK" -> decisions.sentBack(answer.clusterId(), id(answer), answer.personId(), comment);
            default -> decisions.rejected(answer.clusterId(), id(answer), answer.personId(), comment);
        }
        // who is kept from a next approval the process finds out itself
        return decision.equals("BACK")
                ? Map.of(
                        InvoiceApprovalVariables.APPROVAL_DECISION.name(),
                        decision,
                        InvoiceApprovalVariables.EXCLUDED_PEOPLE.name(),
                        decisions.excludedFromChecking(answer.clusterId(), id(answer)))
                : Map.of(InvoiceApprovalVariables.APPROVAL_DECISION.name(), decision);
    }

    private static String id(Answer answer) {
        return InvoiceApprovalVariables.INVOICE_ID.in(answer.known());
    }
}
