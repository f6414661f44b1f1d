package dk.klyngeflow.followup;

import dk.klyngeflow.engine.Variable;
import java.time.Instant;

/** What the process knows of a meeting that is followed up: its id, what is still open and when something happens next. */
final class FollowUpVariables {

    static final Variable<String> CLUSTER_ID = Variable.text("clusterId");
    static final Variable<String> MEETING_ID = Variable.text("meetingId");
    /** How tasks call the meeting: topic and day. */
    static final Variable<String> CASE_LABEL = Variable.text("caseLabel");

    static final Variable<Boolean> ARE_ITEMS_OPEN = Variable.flag("areItemsOpen");
    static final Variable<Boolean> IS_ANYBODY_SILENT = Variable.flag("isAnybodySilent");

    static final Variable<Instant> NEXT_REMINDER_AT = Variable.moment("nextReminderAt");
    static final Variable<Instant> RE_MEASURE_AT = Variable.moment("reMeasureAt");
    static final Variable<Instant> CLOSES_AT = Variable.moment("closesAt");
    static final Variable<Instant> TASK_DUE_AT = Variable.moment("taskDueAt");
    static final Variable<Instant> ESCALATE_AT = Variable.moment("escalateAt");

    private FollowUpVariables() {}
}
