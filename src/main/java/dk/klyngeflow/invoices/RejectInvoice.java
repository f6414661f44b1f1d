package dk.klyngeflow.invoices;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the sender that the invoice was turned away. */
@Component
class RejectInvoice implements JavaDelegate {

    private final Correspondence correspondence;

    RejectInvoice(Correspondence correspondence) {
        this.correspondence = correspondence;
    }

    @Override
    public void execute(DelegateExecution execution) {
        correspondence.tellRejected(
                InvoiceApprovalVariables.CLUSTER_ID.get(execution), InvoiceApprovalVariables.INVOICE_ID.get(execution));
    }
}
