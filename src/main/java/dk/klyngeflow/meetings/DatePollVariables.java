package dk.klyngeflow.meetings;

import dk.klyngeflow.engine.Variable;
import java.time.Instant;

/** What the process {@code date-poll} knows: ids, answers and moments. */
final class DatePollVariables {

    static final Variable<String> CLUSTER_ID = Variable.text("clusterId");
    static final Variable<String> MEETING_ID = Variable.text("meetingId");
    static final Variable<String> DATE_POLL_ID = Variable.text("datePollId");

    static final Variable<Instant> FIRST_REMINDER_AT = Variable.moment("firstReminderAt");
    static final Variable<Instant> LAST_REMINDER_AT = Variable.moment("lastReminderAt");
    static final Variable<Instant> POLL_CLOSES_AT = Variable.moment("pollClosesAt");
    static final Variable<Instant> TASK_DUE_AT = Variable.moment("taskDueAt");
    static final Variable<Instant> ESCALATE_AT = Variable.moment("escalateAt");

    static final Variable<Boolean> IS_ANY_DATE_POSSIBLE = Variable.flag("isAnyDatePossible");
    static final Variable<Boolean> IS_DATE_CHOSEN = Variable.flag("isDateChosen");
    /** Number of the chosen date in the poll. */
    static final Variable<Long> CHOSEN_OPTION = Variable.number("chosenOption");

    static final Variable<Boolean> ARE_NEW_DATES_GIVEN = Variable.flag("areNewDatesGiven");
    /** What the calling process goes on with. */
    static final Variable<Boolean> IS_DATE_FOUND = Variable.flag("isDateFound");

    private DatePollVariables() {}
}
