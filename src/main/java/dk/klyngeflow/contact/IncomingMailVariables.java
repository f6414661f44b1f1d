package dk.klyngeflow.contact;

import dk.klyngeflow.engine.Variable;
import java.time.Instant;

/** What the process knows of a letter: its number, and neither who wrote it nor what it says. */
final class IncomingMailVariables {

    static final Variable<String> CLUSTER_ID = Variable.text("clusterId");
    static final Variable<Long> LETTER_ID = Variable.number("letterId");
    /** Number and day; a subject may name people. */
    static final Variable<String> CASE_LABEL = Variable.text("caseLabel");

    static final Variable<Boolean> IS_FOR_COORDINATOR = Variable.flag("isForCoordinator");
    static final Variable<Instant> TASK_DUE_AT = Variable.moment("taskDueAt");
    static final Variable<Instant> ESCALATE_AT = Variable.moment("escalateAt");

    private IncomingMailVariables() {}
}
