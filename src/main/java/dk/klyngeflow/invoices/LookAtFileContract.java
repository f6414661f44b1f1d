package dk.klyngeflow.invoices;

import dk.klyngeflow.engine.UnreadForm;
import dk.klyngeflow.engine.FormFields;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A person has looked at a file that could not be read: it is an invoice to type in, or it is put aside. */
@Component
class LookAtFileContract implements UnreadForm {

    private static final Set<String> FIELDS = Set.of("decision", "comment");

    private final InvoiceDecisions decisions;

    LookAtFileContract(InvoiceDecisions decisions) {
        this.decisions = decisions;
    }

    @Override
    public String task() {
        return "lookAtFile";
    }

    @Override
    public void refuse(Answer answer) {
        FormFields fields = FormFields.of(answer.sent(), FIELDS);
        if (decision(fields).equals("DISCARD")) {
            fields.requiredParagraphs("comment", "En kommentar om, hvorfor filen lægges til side,");
        }
        fields.refuseIfWrong();
    }

    @Override
    public Map<String, Object> accept(Answer answer) {
        FormFields fields = FormFields.of(answer.sent(), FIELDS);
        String id = InvoiceApprovalVariables.INVOICE_ID.in(answer.known());
        boolean isInvoice = decision(fields).equals("TYPE_IN");
        if (isInvoice) {
            decisions.typedIn(answer.clusterId(), id);
        } else {
            decisions.discarded(answer.clusterId(), id, answer.personId(), fields.paragraphs("comment", "Kommentar"));
        }
        return Map.of(InvoiceApprovalVariables.IS_INVOICE_AFTER_ALL.name(), isInvoice);
    }

    private static String decision(FormFields fields) {
        return fields.choice("decision", Set.of("TYPE_IN", "DISCARD"), "Vælg, om filen er et bilag.");
    }
}
