package dk.klyngeflow.invoices;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Finds who must approve next. */
@Component
class FindNextApproval implements JavaDelegate {

    private final NextApprovals nextApprovals;

    FindNextApproval(NextApprovals nextApprovals) {
        this.nextApprovals = nextApprovals;
    }

    @Override
    public void execute(DelegateExecution execution) {
        NextApprovals.Next next = nextApprovals.after(
                InvoiceApprovalVariables.CLUSTER_ID.get(execution),
                InvoiceApprovalVariables.INVOICE_ID.get(execution),
                Math.toIntExact(InvoiceApprovalVariables.APPROVAL_LEVEL.get(execution)),
                execution.getProcessInstanceId());
        InvoiceApprovalVariables.NEXT_APPROVAL.set(execution, next.level());
        InvoiceApprovalVariables.EXCLUDED_PEOPLE.set(execution, String.join(",", next.excluded()));
        InvoiceApprovalVariables.TASK_DUE_AT.set(execution, next.times().taskDueAt());
        InvoiceApprovalVariables.ESCALATE_AT.set(execution, next.times().escalateAt());
    }
}
