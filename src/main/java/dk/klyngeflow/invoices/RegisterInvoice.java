package dk.klyngeflow.invoices;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes the file in, or the claim that is there already, and gives the case its name and its deadlines. */
@Component
class RegisterInvoice implements JavaDelegate {

    private final InvoiceIntake invoiceIntake;

    RegisterInvoice(InvoiceIntake invoiceIntake) {
        this.invoiceIntake = invoiceIntake;
    }

    @Override
    public void execute(DelegateExecution execution) {
        InvoiceIntake.Opened opened = invoiceIntake.open(
                execution.getTenantId(),
                InvoiceApprovalVariables.INVOICE_ID.find(execution),
                InvoiceApprovalVariables.DOCUMENT_ID.find(execution),
                InvoiceApprovalVariables.SOURCE.find(execution),
                InvoiceApprovalVariables.SENDER_ID.find(execution));
        execution.setProcessBusinessKey(opened.invoice().businessKey());
        InvoiceApprovalVariables.CLUSTER_ID.set(execution, opened.invoice().clusterId());
        InvoiceApprovalVariables.INVOICE_ID.set(execution, opened.invoice().id());
        InvoiceApprovalVariables.CASE_LABEL.set(execution, opened.label());
        InvoiceApprovalVariables.EXCLUDED_PEOPLE.set(execution, opened.excluded());
        InvoiceApprovalVariables.IS_READABLE.set(execution, opened.isReadable());
        InvoiceApprovalVariables.TASK_DUE_AT.set(execution, opened.times().taskDueAt());
        InvoiceApprovalVariables.REMIND_AT.set(execution, opened.times().remindAt());
        InvoiceApprovalVariables.ESCALATE_AT.set(execution, opened.times().escalateAt());
    }
}
