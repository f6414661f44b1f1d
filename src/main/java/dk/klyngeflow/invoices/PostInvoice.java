package dk.klyngeflow.invoices;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Posts the invoice to the ledger. */
@Component
class PostInvoice implements JavaDelegate {

    private final Postings postings;

    PostInvoice(Postings postings) {
        this.postings = postings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        InvoiceApprovalVariables.IS_PAYMENT_DUE.set(
                execution,
                postings.post(
                        InvoiceApprovalVariables.CLUSTER_ID.get(execution),
                        InvoiceApprovalVariables.INVOICE_ID.get(execution)));
    }
}
