package dk.klyngeflow.invoices;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends the question to whoever sent the invoice. */
@Component
class AskSender implements JavaDelegate {

    private final Correspondence correspondence;

    AskSender(Correspondence correspondence) {
        this.correspondence = correspondence;
    }

    @Override
    public void execute(DelegateExecution execution) {
        correspondence.ask(
                InvoiceApprovalVariables.CLUSTER_ID.get(execution), InvoiceApprovalVariables.INVOICE_ID.get(execution));
    }
}
