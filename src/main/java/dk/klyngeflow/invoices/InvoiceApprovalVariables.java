package dk.klyngeflow.invoices;

import dk.klyngeflow.engine.Variable;
import java.time.Instant;

/** What the process knows about an invoice: ids, answers, and the facts that the decision reads. */
final class InvoiceApprovalVariables {

    static final Variable<String> CLUSTER_ID = Variable.text("clusterId");
    static final Variable<String> INVOICE_ID = Variable.text("invoiceId");
    /** How tasks call the case, such as {@code 4711, 3.240,00 kr.}. */
    static final Variable<String> CASE_LABEL = Variable.text("caseLabel");
    /** Whom four eyes or their own interest keep from the next task; ids parted by commas. */
    static final Variable<String> EXCLUDED_PEOPLE = Variable.text("excludedPeople");

    // the file that starts a case
    static final Variable<String> DOCUMENT_ID = Variable.text("documentId");
    static final Variable<String> SOURCE = Variable.text("source");
    static final Variable<String> SENDER_ID = Variable.text("senderId");
    static final Variable<String> STARTED_BY = Variable.text("startedBy");

    // answers
    static final Variable<Boolean> IS_READABLE = Variable.flag("isReadable");
    static final Variable<Boolean> IS_INVOICE_AFTER_ALL = Variable.flag("isInvoiceAfterAll");
    static final Variable<String> CHECK_DECISION = Variable.text("checkDecision");
    static final Variable<Boolean> IS_ANSWERED = Variable.flag("isAnswered");
    static final Variable<String> NEXT_APPROVAL = Variable.text("nextApproval");
    static final Variable<String> APPROVAL_DECISION = Variable.text("approvalDecision");
    static final Variable<Boolean> IS_PAID_BY_PLO = Variable.flag("isPaidByPlo");
    static final Variable<Boolean> IS_PAYMENT_DUE = Variable.flag("isPaymentDue");
    static final Variable<Boolean> IS_PAID = Variable.flag("isPaid");
    static final Variable<Boolean> CAN_ESCALATE_FURTHER = Variable.flag("canEscalateFurther");

    // what the decision approval-level reads; amounts in øre
    static final Variable<Long> AMOUNT = Variable.number("amount");
    static final Variable<String> CATEGORY = Variable.text("category");
    static final Variable<Long> BUDGET_LEFT = Variable.number("budgetLeft");
    static final Variable<Boolean> IS_FIRST_TIME_SUPPLIER = Variable.flag("isFirstTimeSupplier");
    static final Variable<String> CLAIMED_BY = Variable.text("claimedBy");
    static final Variable<Boolean> IS_BOARD_ONLY = Variable.flag("isBoardOnly");
    static final Variable<Long> SECRETARY_LIMIT = Variable.number("secretaryLimit");
    static final Variable<Long> COORDINATOR_LIMIT = Variable.number("coordinatorLimit");
    static final Variable<Long> BOARD_LIMIT = Variable.number("boardLimit");
    /** What it decides: 1 secretary, 2 coordinator, 3 board, 4 members. */
    static final Variable<Long> APPROVAL_LEVEL = Variable.number("approvalLevel");

    // when people must have acted
    static final Variable<Instant> TASK_DUE_AT = Variable.moment("taskDueAt");
    static final Variable<Instant> REMIND_AT = Variable.moment("remindAt");
    static final Variable<Instant> ESCALATE_AT = Variable.moment("escalateAt");

    private InvoiceApprovalVariables() {}
}
