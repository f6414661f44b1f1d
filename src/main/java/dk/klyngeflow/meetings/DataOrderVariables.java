package dk.klyngeflow.meetings;

import dk.klyngeflow.dataorders.DataState;
import dk.klyngeflow.engine.Variable;
import java.time.Instant;

/** What the process {@code data-order} knows. */
final class DataOrderVariables {

    static final Variable<String> CLUSTER_ID = Variable.text("clusterId");
    static final Variable<String> MEETING_ID = Variable.text("meetingId");

    static final Variable<DataState> DATA_STATE = Variable.choice("dataState", DataState.class);
    static final Variable<Boolean> HAS_ANY_CONSENT = Variable.flag("hasAnyConsent");
    static final Variable<Boolean> IS_DATA_ORDERED = Variable.flag("isDataOrdered");
    /** The coordinator will not go without yet. */
    static final Variable<Boolean> IS_DATA_TRIED_FOR = Variable.flag("isDataTriedFor");
    /** What the calling process may go on with. */
    static final Variable<Boolean> HAS_DATA = Variable.flag("hasData");

    static final Variable<Instant> CONSENT_REMINDER_AT = Variable.moment("consentReminderAt");
    static final Variable<Instant> CONSENTS_CLOSE_AT = Variable.moment("consentsCloseAt");
    static final Variable<Instant> ORDER_CLOSES_AT = Variable.moment("orderClosesAt");
    static final Variable<Instant> DATA_NEEDED_AT = Variable.moment("dataNeededAt");
    static final Variable<Instant> DATA_DECISION_AT = Variable.moment("dataDecisionAt");
    static final Variable<Instant> TASK_DUE_AT = Variable.moment("taskDueAt");

    private DataOrderVariables() {}
}
