package dk.klyngeflow.invoices;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reads what the decision on approval needs. */
@Component
class ReadApprovalFacts implements JavaDelegate {

    private final ApprovalFacts approvalFacts;

    ReadApprovalFacts(ApprovalFacts approvalFacts) {
        this.approvalFacts = approvalFacts;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ApprovalFacts.Facts facts = approvalFacts.of(
                InvoiceApprovalVariables.CLUSTER_ID.get(execution), InvoiceApprovalVariables.INVOICE_ID.get(execution));
        InvoiceApprovalVariables.AMOUNT.set(execution, facts.amount());
        InvoiceApprovalVariables.CATEGORY.set(execution, facts.category());
        InvoiceApprovalVariables.BUDGET_LEFT.set(execution, facts.budgetLeft());
        InvoiceApprovalVariables.IS_FIRST_TIME_SUPPLIER.set(execution, facts.isFirstTimeSupplier());
        InvoiceApprovalVariables.CLAIMED_BY.set(execution, facts.claimedBy().name());
        InvoiceApprovalVariables.IS_BOARD_ONLY.set(execution, facts.isBoardOnly());
        InvoiceApprovalVariables.SECRETARY_LIMIT.set(execution, facts.secretaryLimit());
        InvoiceApprovalVariables.COORDINATOR_LIMIT.set(execution, facts.coordinatorLimit());
        InvoiceApprovalVariables.BOARD_LIMIT.set(execution, facts.boardLimit());
        InvoiceApprovalVariables.IS_PAID_BY_PLO.set(execution, facts.isPaidByPlo());
        InvoiceApprovalVariables.IS_PAYMENT_DUE.set(execution, facts.isPaymentDue());
        InvoiceApprovalVariables.CASE_LABEL.set(execution, facts.label());
    }
}
