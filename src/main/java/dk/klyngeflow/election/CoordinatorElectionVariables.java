package dk.klyngeflow.election;

import dk.klyngeflow.engine.Variable;
import java.time.Instant;
import java.time.LocalDate;

/** What {@code coordinator-election} knows: ids, answers and moments; never who has voted, nor what. */
final class CoordinatorElectionVariables {

    static final Variable<String> CLUSTER_ID = Variable.text("clusterId");
    /** Who started it in Tasklist; not set when another process did. */
    static final Variable<String> STARTED_BY = Variable.text("startedBy");

    static final Variable<String> ELECTION_ID = Variable.text("electionId");
    static final Variable<String> CASE_LABEL = Variable.text("caseLabel");

    /** From whoever calls or starts it by message: which post, for how many, from when. */
    static final Variable<String> POST = Variable.text("post");

    static final Variable<Long> SEATS = Variable.number("seats");
    static final Variable<LocalDate> TAKES_OFFICE = Variable.day("takesOffice");

    /** From an assembly: ids, parted by commas, of those who stood there, or of those it has elected. */
    static final Variable<String> STANDING = Variable.text("standing");

    static final Variable<String> ELECTED_AT_ASSEMBLY = Variable.text("electedAtAssembly");
    static final Variable<Boolean> IS_ELECTED_ALREADY = Variable.flag("isElectedAlready");

    static final Variable<Boolean> ARE_CANDIDATES_KNOWN = Variable.flag("areCandidatesKnown");
    static final Variable<Instant> NOMINATION_REMINDER_AT = Variable.moment("nominationReminderAt");
    static final Variable<Instant> NOMINATIONS_CLOSE_AT = Variable.moment("nominationsCloseAt");
    static final Variable<Standing> HOW_MANY_STAND = Variable.choice("howManyStand", Standing.class);
    static final Variable<Boolean> DOES_SEARCH_GO_ON = Variable.flag("doesSearchGoOn");

    static final Variable<Boolean> IS_CONTESTED = Variable.flag("isContested");
    static final Variable<Instant> ACCLAMATION_AT = Variable.moment("acclamationAt");
    static final Variable<Boolean> IS_ANYBODY_ELECTED = Variable.flag("isAnybodyElected");

    static final Variable<Instant> ACCEPTANCE_REMINDER_AT = Variable.moment("acceptanceReminderAt");
    static final Variable<Instant> ACCEPTANCE_DUE_AT = Variable.moment("acceptanceDueAt");
    static final Variable<Boolean> HAVE_ALL_ACCEPTED = Variable.flag("haveAllAccepted");
    static final Variable<String> REFUSAL_ANSWER = Variable.text("refusalAnswer");
    static final Variable<Boolean> IS_POST_FILLED = Variable.flag("isPostFilled");

    /** Whether another is coordinator, so that the post is handed over; by which day to whom, and whether it was. */
    static final Variable<Boolean> IS_HANDOVER_NEEDED = Variable.flag("isHandoverNeeded");

    static final Variable<String> SUCCESSOR = Variable.text("successor");
    static final Variable<LocalDate> HANDOVER_DAY = Variable.day("handoverDay");
    static final Variable<Boolean> IS_POST_MOVED = Variable.flag("isPostMoved");

    static final Variable<Instant> TASK_DUE_AT = Variable.moment("taskDueAt");
    static final Variable<Instant> ESCALATE_AT = Variable.moment("escalateAt");

    /** How many stand when nominations have closed. */
    enum Standing {
        ENOUGH,
        TOO_FEW,
        NOBODY
    }

    private CoordinatorElectionVariables() {}
}
