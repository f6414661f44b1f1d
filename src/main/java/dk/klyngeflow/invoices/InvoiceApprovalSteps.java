package dk.klyngeflow.invoices;

import static dk.klyngeflow.invoices.InvoiceApprovalVariables.AMOUNT;
import static dk.klyngeflow.invoices.InvoiceApprovalVariables.APPROVAL_LEVEL;
import static dk.klyngeflow.invoices.InvoiceApprovalVariables.BOARD_LIMIT;
import static dk.klyngeflow.invoices.InvoiceApprovalVariables.BUDGET_LEFT;
import static dk.klyngeflow.invoices.InvoiceApprovalVariables.CAN_ESCALATE_FURTHER;
import static dk.klyngeflow.invoices.InvoiceApprovalVariables.CASE_LABEL;
import static dk.klyngeflow.invoices.InvoiceApprovalVariables.CATEGORY;
import static dk.klyngeflow.invoices.InvoiceApprovalVariables.CLAIMED_BY;
import static dk.klyngeflow.invoices.InvoiceApprovalVariables.CLUSTER_ID;
import static dk.klyngeflow.invoices.InvoiceApprovalVariables.COORDINATOR_LIMIT;
import static dk.klyngeflow.invoices.InvoiceApprovalVariables.DOCUMENT_ID;
import static dk.klyngeflow.invoices.InvoiceApprovalVariables.ESCALATE_AT;
import static dk.klyngeflow.invoices.InvoiceApprovalVariables.EXCLUDED_PEOPLE;
import static dk.klyngeflow.invoices.InvoiceApprovalVariables.INVOICE_ID;
import static dk.klyngeflow.invoices.InvoiceApprovalVariables.IS_BOARD_ONLY;
import static dk.klyngeflow.invoices.InvoiceApprovalVariables.IS_FIRST_TIME_SUPPLIER;
import static dk.klyngeflow.invoices.InvoiceApprovalVariables.IS_PAID_BY_PLO;
import static dk.klyngeflow.invoices.InvoiceApprovalVariables.IS_PAYMENT_DUE;
import static dk.klyngeflow.invoices.InvoiceApprovalVariables.IS_READABLE;
import static dk.klyngeflow.invoices.InvoiceApprovalVariables.NEXT_APPROVAL;
import static dk.klyngeflow.invoices.InvoiceApprovalVariables.REMIND_AT;
import static dk.klyngeflow.invoices.InvoiceApprovalVariables.SECRETARY_LIMIT;
import static dk.klyngeflow.invoices.InvoiceApprovalVariables.SENDER_ID;
import static dk.klyngeflow.invoices.InvoiceApprovalVariables.SOURCE;
import static dk.klyngeflow.invoices.InvoiceApprovalVariables.TASK_DUE_AT;

import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@link InvoiceApproval} does, in the order of its diagram. */
@Configuration(proxyBeanMethods = false)
class InvoiceApprovalSteps {

    /** Takes the file in, or the claim that is there already, and gives the case its name and its deadlines. */
    @Bean
    JavaDelegate registerInvoice(InvoiceIntake invoiceIntake) {
        return execution -> {
            InvoiceIntake.Opened opened = invoiceIntake.open(
                    execution.getTenantId(),
                    INVOICE_ID.find(execution),
                    DOCUMENT_ID.find(execution),
                    SOURCE.find(execution),
                    SENDER_ID.find(execution));
            execution.setProcessBusinessKey(opened.invoice().businessKey());
            CLUSTER_ID.set(execution, opened.invoice().clusterId());
            INVOICE_ID.set(execution, opened.invoice().id());
            CASE_LABEL.set(execution, opened.label());
            EXCLUDED_PEOPLE.set(execution, opened.excluded());
            IS_READABLE.set(execution, opened.isReadable());
            TASK_DUE_AT.set(execution, opened.times().taskDueAt());
            REMIND_AT.set(execution, opened.times().remindAt());
            ESCALATE_AT.set(execution, opened.times().escalateAt());
        };
    }

    /** Reads what the decision on approval needs. */
    @Bean
    JavaDelegate readApprovalFacts(ApprovalFacts approvalFacts) {
        return execution -> {
            ApprovalFacts.Facts facts = approvalFacts.of(CLUSTER_ID.get(execution), INVOICE_ID.get(execution));
            AMOUNT.set(execution, facts.spent().amount());
            CATEGORY.set(execution, facts.spent().category());
            BUDGET_LEFT.set(execution, facts.spent().budgetLeft());
            IS_FIRST_TIME_SUPPLIER.set(execution, facts.isFirstTimeSupplier());
            CLAIMED_BY.set(execution, facts.claimedBy().name());
            IS_BOARD_ONLY.set(execution, facts.isBoardOnly());
            SECRETARY_LIMIT.set(execution, facts.limits().secretary());
            COORDINATOR_LIMIT.set(execution, facts.limits().coordinator());
            BOARD_LIMIT.set(execution, facts.limits().board());
            IS_PAID_BY_PLO.set(execution, facts.isPaidByPlo());
            IS_PAYMENT_DUE.set(execution, facts.isPaymentDue());
            CASE_LABEL.set(execution, facts.label());
        };
    }

    /** Finds who must approve next. */
    @Bean
    JavaDelegate findNextApproval(NextApprovals nextApprovals) {
        return execution -> {
            NextApprovals.Next next = nextApprovals.after(
                    CLUSTER_ID.get(execution),
                    INVOICE_ID.get(execution),
                    Math.toIntExact(APPROVAL_LEVEL.get(execution)),
                    execution.getProcessInstanceId());
            NEXT_APPROVAL.set(execution, next.level());
            EXCLUDED_PEOPLE.set(execution, String.join(",", next.excluded()));
            TASK_DUE_AT.set(execution, next.times().taskDueAt());
            ESCALATE_AT.set(execution, next.times().escalateAt());
        };
    }

    /** Posts the invoice to the ledger. */
    @Bean
    JavaDelegate postInvoice(Postings postings) {
        return execution ->
                IS_PAYMENT_DUE.set(execution, postings.post(CLUSTER_ID.get(execution), INVOICE_ID.get(execution)));
    }

    /** Makes the file for the bank. */
    @Bean
    JavaDelegate createPaymentFile(PaymentFiles paymentFiles) {
        return execution -> paymentFiles.create(CLUSTER_ID.get(execution), INVOICE_ID.get(execution));
    }

    /** Posts that the invoice has been paid. */
    @Bean
    JavaDelegate postPayment(Postings postings) {
        return execution -> postings.paid(CLUSTER_ID.get(execution), INVOICE_ID.get(execution));
    }

    /** Sends the question to whoever sent the invoice. */
    @Bean
    JavaDelegate askSender(Correspondence correspondence) {
        return execution -> correspondence.ask(CLUSTER_ID.get(execution), INVOICE_ID.get(execution));
    }

    /** Sends voucher, approvals and coding to PLO. */
    @Bean
    JavaDelegate sendPloPackage(PloPackages ploPackages) {
        return execution -> ploPackages.send(CLUSTER_ID.get(execution), INVOICE_ID.get(execution));
    }

    /** Takes the posting back when the bank could not pay. */
    @Bean
    JavaDelegate reversePosting(Postings postings) {
        return execution -> postings.reverse(CLUSTER_ID.get(execution), INVOICE_ID.get(execution));
    }

    /** Closes an invoice that its sender has taken back. */
    @Bean
    JavaDelegate withdrawInvoice(Correspondence correspondence) {
        return execution -> correspondence.withdraw(CLUSTER_ID.get(execution), INVOICE_ID.get(execution));
    }

    /** Tells the sender that the invoice was turned away. */
    @Bean
    JavaDelegate rejectInvoice(Correspondence correspondence) {
        return execution -> correspondence.tellRejected(CLUSTER_ID.get(execution), INVOICE_ID.get(execution));
    }

    /** Reminds those who hold the open tasks of the due date. */
    @Bean
    JavaDelegate remindHolders(Correspondence correspondence) {
        return execution -> correspondence.remind(CLUSTER_ID.get(execution), INVOICE_ID.get(execution));
    }

    /** Lifts a case that nobody acts on a step up. */
    @Bean
    JavaDelegate escalateInvoice(Correspondence correspondence) {
        return execution -> {
            boolean further = correspondence.escalate(CLUSTER_ID.get(execution), INVOICE_ID.get(execution));
            CAN_ESCALATE_FURTHER.set(execution, further);
            ESCALATE_AT.set(execution, Deadlines.nextStepUp(ESCALATE_AT.get(execution)));
        };
    }
}
