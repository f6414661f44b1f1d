package dk.klyngeflow.followup;

import dk.klyngeflow.engine.Variable;
import java.time.Instant;

/** What the process knows of a held meeting: its id, one answer and its deadlines. */
final class MeetingWrapUpVariables {

    static final Variable<String> CLUSTER_ID = Variable.text("clusterId");
    static final Variable<String> MEETING_ID = Variable.text("meetingId");
    /** How tasks call the meeting: topic and day. */
    static final Variable<String> CASE_LABEL = Variable.text("caseLabel");

    static final Variable<Boolean> IS_SOMEBODY_NOTING = Variable.flag("isSomebodyNoting");

    static final Variable<Instant> TASK_DUE_AT = Variable.moment("taskDueAt");
    static final Variable<Instant> ESCALATE_AT = Variable.moment("escalateAt");
    static final Variable<Instant> KEY_POINTS_REMIND_AT = Variable.moment("keyPointsRemindAt");
    static final Variable<Instant> KEY_POINTS_LATE_AT = Variable.moment("keyPointsLateAt");

    private MeetingWrapUpVariables() {}
}
