package dk.klyngeflow.contact;

import dk.klyngeflow.engine.Variable;
import java.time.Instant;

/** What the process knows of an inquiry: its number, what was decided, and neither who wrote nor what was said. */
final class InquiryVariables {

    static final Variable<String> CLUSTER_ID = Variable.text("clusterId");
    static final Variable<Long> INQUIRY_ID = Variable.number("inquiryId");
    /** Number and day; a subject may name people. */
    static final Variable<String> CASE_LABEL = Variable.text("caseLabel");

    // answers
    static final Variable<String> INQUIRY_DECISION = Variable.text("inquiryDecision");
    static final Variable<Boolean> IS_ANSWERED_BY_DELEGATE = Variable.flag("isAnsweredByDelegate");
    /** Number of what is to be said to whoever wrote. */
    static final Variable<Long> MESSAGE_NO = Variable.number("messageNo");

    // when people must have acted
    static final Variable<Instant> TASK_DUE_AT = Variable.moment("taskDueAt");
    static final Variable<Instant> ESCALATE_AT = Variable.moment("escalateAt");
    static final Variable<Instant> DELEGATE_REMIND_AT = Variable.moment("delegateRemindAt");
    static final Variable<Instant> DELEGATE_UNTIL = Variable.moment("delegateUntil");
    static final Variable<Instant> DISCUSSED_BY = Variable.moment("discussedBy");

    private InquiryVariables() {}
}
