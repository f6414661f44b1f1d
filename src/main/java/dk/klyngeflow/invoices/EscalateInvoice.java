package dk.klyngeflow.invoices;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lifts a case that nobody acts on a step up. */
@Component
class EscalateInvoice implements JavaDelegate {

    private final Correspondence correspondence;

    EscalateInvoice(Correspondence correspondence) {
        this.correspondence = correspondence;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean further = correspondence.escalate(
                InvoiceApprovalVariables.CLUSTER_ID.get(execution), InvoiceApprovalVariables.INVOICE_ID.get(execution));
        InvoiceApprovalVariables.CAN_ESCALATE_FURTHER.set(execution, further);
        InvoiceApprovalVariables.ESCALATE_AT.set(
                execution, Deadlines.nextStepUp(InvoiceApprovalVariables.ESCALATE_AT.get(execution)));
    }
}
