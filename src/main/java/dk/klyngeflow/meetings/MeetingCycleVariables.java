package dk.klyngeflow.meetings;

import dk.klyngeflow.engine.Variable;
import java.time.Instant;

/** What the process knows about a meeting: ids, answers and instants. All else is in the meeting's own tables. */
final class MeetingCycleVariables {

    static final Variable<String> CLUSTER_ID = Variable.text("clusterId");
    static final Variable<String> MEETING_ID = Variable.text("meetingId");
    /** How tasks call the case: topic and day. */
    static final Variable<String> CASE_LABEL = Variable.text("caseLabel");

    static final Variable<String> STARTED_BY = Variable.text("startedBy");

    // answers
    static final Variable<Boolean> IS_VOTE_WANTED = Variable.flag("isVoteWanted");
    static final Variable<Boolean> IS_DATE_FOUND = Variable.flag("isDateFound");
    static final Variable<Boolean> IS_AGENDA_APPROVED = Variable.flag("isAgendaApproved");
    static final Variable<Boolean> IS_ENOUGH = Variable.flag("isEnough");
    static final Variable<String> MEETING_DECISION = Variable.text("meetingDecision");

    // what is to be booked
    static final Variable<Boolean> WANTS_ROOM = Variable.flag("wantsRoom");
    static final Variable<Boolean> WANTS_CATERING = Variable.flag("wantsCatering");
    static final Variable<Boolean> WANTS_SPEAKER = Variable.flag("wantsSpeaker");
    static final Variable<Boolean> WANTS_DATA = Variable.flag("wantsData");

    // when
    static final Variable<Instant> TASK_DUE_AT = Variable.moment("taskDueAt");
    static final Variable<Instant> ESCALATE_AT = Variable.moment("escalateAt");
    static final Variable<Instant> TOPIC_VOTE_CLOSES_AT = Variable.moment("topicVoteClosesAt");
    static final Variable<Instant> AGENDA_DUE_AT = Variable.moment("agendaDueAt");
    static final Variable<Instant> AGENDA_LATE_AT = Variable.moment("agendaLateAt");
    static final Variable<Instant> RSVP_REMINDER_AT = Variable.moment("rsvpReminderAt");
    static final Variable<Instant> RSVP_CLOSES_AT = Variable.moment("rsvpClosesAt");
    static final Variable<Instant> DAY_BEFORE_AT = Variable.moment("dayBeforeAt");
    static final Variable<Instant> MEETING_ENDS_AT = Variable.moment("meetingEndsAt");

    private MeetingCycleVariables() {}
}
