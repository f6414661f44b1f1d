package dk.klyngeflow.invoices;

import dk.klyngeflow.engine.FormContract.Answer;
import dk.klyngeflow.engine.FormFields;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The form that coordinator and board share. */
@Component
class ApprovalForm {

    private static final Set<String> FIELDS = Set.of("decision", "comment", "contentHash");
    private static final Set<String> CHOICES = Set.of("APPROVE", "BACK", "REJECT");

    private final Invoices invoices;
    private final InvoiceDecisions decisions;

    ApprovalForm(Invoices invoices, InvoiceDecisions decisions) {
        this.invoices = invoices;
        this.decisions = decisions;
    }

    void check(Answer answer, ApprovalLevel level) {
        FormFields fields = FormFields.of(answer.sent(), FIELDS);
        Invoice invoice = invoices.lock(answer.clusterId(), id(answer));
        switch (decision(fields)) {
            case "APPROVE" -> {
                String seen = fields.text("contentHash", "Det sete");
                if (!seen.isEmpty() && !seen.equals(invoice.contentHash())) {
                    fields.wrong("Bilaget er ændret, siden du åbnede det. Genindlæs siden og se det igen.");
                }
                fields.paragraphs("comment", "Kommentaren");
                decisions
                        .objection(answer.clusterId(), invoice.id(), answer.personId(), level)
                        .ifPresent(fields::wrong);
            }
            case "BACK" -> fields.requiredParagraphs("comment", "En kommentar om, hvad der skal rettes,");
            case "REJECT" -> fields.requiredParagraphs("comment", "Begrundelsen");
            default -> {}
        }
        fields.refuseIfWrong();
    }

    Map<String, Object> accept(Answer answer, ApprovalLevel level) {
        FormFields fields = FormFields.of(answer.sent(), FIELDS);
        String decision = decision(fields);
        String comment = fields.paragraphs("comment", "Kommentar");
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

    private static String decision(FormFields fields) {
        return fields.choice("decision", CHOICES, "Vælg, om du godkender bilaget.");
    }

    private static String id(Answer answer) {
        return InvoiceApprovalVariables.INVOICE_ID.in(answer.known());
    }
}
