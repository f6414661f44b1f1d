package dk.klyngeflow.handover;

import dk.klyngeflow.engine.Variable;
import java.time.Instant;
import java.time.LocalDate;

/** What {@code coordinator-stand-in} knows. */
final class CoordinatorStandInVariables {

    static final Variable<String> CLUSTER_ID = Variable.text("clusterId");
    static final Variable<String> STARTED_BY = Variable.text("startedBy");
    static final Variable<String> LEAVE_ID = Variable.text("leaveId");

    /** Id of the stand-in. */
    static final Variable<String> STAND_IN = Variable.text("standIn");

    static final Variable<LocalDate> LEAVE_FROM = Variable.day("leaveFrom");
    /** The first day the coordinator is back. */
    static final Variable<LocalDate> LEAVE_UNTIL = Variable.day("leaveUntil");

    static final Variable<Instant> REMIND_AT = Variable.moment("remindAt");
    static final Variable<Instant> RETURN_AT = Variable.moment("returnAt");
    static final Variable<Boolean> IS_LEAVE_OVER = Variable.flag("isLeaveOver");

    private CoordinatorStandInVariables() {}
}
