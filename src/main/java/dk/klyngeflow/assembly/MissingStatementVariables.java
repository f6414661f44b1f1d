package dk.klyngeflow.assembly;

import dk.klyngeflow.engine.Variable;
import java.time.Instant;

/** What {@code missing-statement} knows. */
final class MissingStatementVariables {

    static final Variable<String> CLUSTER_ID = Variable.text("clusterId");

    /** As in 2026-11. */
    static final Variable<String> STATEMENT_MONTH = Variable.text("statementMonth");

    /** What the title of its task ends with. */
    static final Variable<String> CASE_LABEL = Variable.text("caseLabel");

    static final Variable<Instant> TASK_DUE_AT = Variable.moment("taskDueAt");
    static final Variable<Instant> ESCALATE_AT = Variable.moment("escalateAt");

    /** From then on the accounts of the year ask for it. */
    static final Variable<Instant> GIVEN_UP_AT = Variable.moment("givenUpAt");

    private MissingStatementVariables() {}
}
