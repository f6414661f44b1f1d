package dk.klyngeflow.invoices;

import dk.klyngeflow.engine.Variable;
import java.time.Instant;

/** What the process knows about a credit: ids and a deadline. */
final class SupplierCreditVariables {

    static final Variable<String> CLUSTER_ID = Variable.text("clusterId");
    static final Variable<String> INVOICE_ID = Variable.text("invoiceId");
    static final Variable<String> CASE_LABEL = Variable.text("caseLabel");
    static final Variable<Instant> TASK_DUE_AT = Variable.moment("taskDueAt");
    static final Variable<Instant> ESCALATE_AT = Variable.moment("escalateAt");

    private SupplierCreditVariables() {}
}
