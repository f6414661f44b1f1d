package dk.klyngeflow.invoices;

import dk.klyngeflow.engine.FormContract;
import dk.klyngeflow.engine.FormContract.Answer;
import dk.klyngeflow.engine.FormFields;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A person has looked at a file that could not be read: it is an invoice to type in, or it is put aside. */
@Component
class LookAtFileContract implements FormContract<LookAtFileContract.Form> {

    private final InvoiceDecisions decisions;

    LookAtFileContract(InvoiceDecisions decisions) {
        this.decisions = decisions;
    }

    record Form(String decision, String comment) {

        boolean isInvoice() {
            return decision.equals("TYPE_IN");
        }
    }

    @Override
    public String task() {
        return "lookAtFile";
    }

    @Override
    public Form read(FormFields fields, Answer answer) {
        String decision = fields.choice("decision", Set.of("TYPE_IN", "DISCARD"), "Vælg, om filen er et bilag.");
        return new Form(
                decision,
                decision.equals("DISCARD")
                        ? fields.requiredParagraphs("comment", "En kommentar om, hvorfor filen lægges til side,")
                        : "");
    }

    @Override
    public Map<String, Object> take(Form form, Answer answer) {
        String id = InvoiceApprovalVariables.INVOICE_ID.in(answer.known());
        if (form.isInvoice()) {
            decisions.typedIn(answer.clusterId(), id);
        } else {
            decisions.discarded(answer.clusterId(), id, answer.personId(), form.comment());
        }
        return Map.of(InvoiceApprovalVariables.IS_INVOICE_AFTER_ALL.name(), form.isInvoice());
    }
}
