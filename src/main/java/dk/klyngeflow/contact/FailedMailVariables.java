package dk.klyngeflow.contact;

import dk.klyngeflow.engine.Variable;
import java.time.Instant;

/** What the process knows of a mail: its number in the outbox, and neither name nor address. */
final class FailedMailVariables {

    static final Variable<String> CLUSTER_ID = Variable.text("clusterId");
    static final Variable<Long> MAIL_ID = Variable.number("mailId");
    /** The mail's subject, which names nobody. */
    static final Variable<String> CASE_LABEL = Variable.text("caseLabel");

    static final Variable<Boolean> MUST_BE_SENT_AGAIN = Variable.flag("mustBeSentAgain");
    static final Variable<Instant> TASK_DUE_AT = Variable.moment("taskDueAt");
    static final Variable<Instant> ESCALATE_AT = Variable.moment("escalateAt");

    private FailedMailVariables() {}
}
