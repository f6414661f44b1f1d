package dk.klyngeflow.membership;

import dk.klyngeflow.engine.Variable;
import java.time.Instant;

/** What the process knows of a request: its number, and not who asks. */
final class MembershipRequestVariables {

    static final Variable<String> CLUSTER_ID = Variable.text("clusterId");
    static final Variable<Long> REQUEST_ID = Variable.number("requestId");
    /** Number and day. */
    static final Variable<String> CASE_LABEL = Variable.text("caseLabel");

    static final Variable<Boolean> IS_ACCEPTED = Variable.flag("isAccepted");
    static final Variable<Boolean> MUST_ERASE = Variable.flag("mustErase");
    static final Variable<Instant> TASK_DUE_AT = Variable.moment("taskDueAt");
    static final Variable<Instant> ESCALATE_AT = Variable.moment("escalateAt");
    static final Variable<Instant> ERASE_AT = Variable.moment("eraseAt");

    private MembershipRequestVariables() {}
}
