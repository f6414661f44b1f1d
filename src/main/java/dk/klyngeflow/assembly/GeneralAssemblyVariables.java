package dk.klyngeflow.assembly;

import dk.klyngeflow.engine.Variable;
import java.time.Instant;

/** What {@code general-assembly} knows: ids, answers and moments. All else is in the assembly's own tables. */
final class GeneralAssemblyVariables {

    static final Variable<String> CLUSTER_ID = Variable.text("clusterId");
    /** Who started it in Tasklist; not set when the year or another assembly did. */
    static final Variable<String> STARTED_BY = Variable.text("startedBy");

    static final Variable<String> ASSEMBLY_ID = Variable.text("assemblyId");
    /** Of the meeting that it is in calendars, polls and bookings. */
    static final Variable<String> MEETING_ID = Variable.text("meetingId");

    static final Variable<String> CASE_LABEL = Variable.text("caseLabel");
    /** Whose accounts are presented; from the cluster's year. */
    static final Variable<Long> ACCOUNTING_YEAR = Variable.number("accountingYear");

    static final Variable<Boolean> IS_UNDER_WAY_ALREADY = Variable.flag("isUnderWayAlready");
    static final Variable<Boolean> IS_POLL_WANTED = Variable.flag("isPollWanted");
    static final Variable<Boolean> IS_DATE_FOUND = Variable.flag("isDateFound");
    static final Variable<Boolean> WANTS_ROOM = Variable.flag("wantsRoom");
    static final Variable<Boolean> IS_NOTICE_IN_TIME = Variable.flag("isNoticeInTime");
    static final Variable<Boolean> IS_ANOTHER_NEEDED = Variable.flag("isAnotherNeeded");
    /** It was the second to dissolve the association. */
    static final Variable<Boolean> IS_TO_BE_WOUND_UP = Variable.flag("isToBeWoundUp");

    static final Variable<Boolean> IS_SIGNATURE_AWAITED = Variable.flag("isSignatureAwaited");

    static final Variable<Instant> NOTICE_DUE_AT = Variable.moment("noticeDueAt");
    /** From then on no notice can be lawful for the day there is. */
    static final Variable<Instant> NOTICE_TOO_LATE_AT = Variable.moment("noticeTooLateAt");

    static final Variable<Instant> PROPOSALS_CLOSE_AT = Variable.moment("proposalsCloseAt");
    static final Variable<Instant> DOORS_OPEN_AT = Variable.moment("doorsOpenAt");
    static final Variable<Instant> SIGN_REMINDER_AT = Variable.moment("signReminderAt");
    static final Variable<Instant> SIGNATURES_DUE_AT = Variable.moment("signaturesDueAt");
    static final Variable<Instant> TASK_DUE_AT = Variable.moment("taskDueAt");
    static final Variable<Instant> ESCALATE_AT = Variable.moment("escalateAt");

    private GeneralAssemblyVariables() {}
}
