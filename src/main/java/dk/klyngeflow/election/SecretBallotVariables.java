package dk.klyngeflow.election;

import dk.klyngeflow.engine.Variable;
import java.time.Instant;

/** What {@code secret-ballot} knows: never who has voted, what or how many. */
final class SecretBallotVariables {

    static final Variable<String> CLUSTER_ID = Variable.text("clusterId");
    static final Variable<String> ELECTION_ID = Variable.text("electionId");

    static final Variable<Boolean> IS_BY_LINK = Variable.flag("isByLink");
    static final Variable<Boolean> IS_KEY_ON_PAPER = Variable.flag("isKeyOnPaper");
    static final Variable<Instant> LETTERS_CHECK_AT = Variable.moment("lettersCheckAt");
    static final Variable<Instant> LETTERS_TIME_UP_AT = Variable.moment("lettersTimeUpAt");
    static final Variable<Instant> BALLOT_REMINDER_AT = Variable.moment("ballotReminderAt");
    static final Variable<Instant> BALLOT_CLOSES_AT = Variable.moment("ballotClosesAt");
    static final Variable<Boolean> IS_CODE_NEEDED = Variable.flag("isCodeNeeded");
    static final Variable<Boolean> IS_KEY_LOST = Variable.flag("isKeyLost");
    static final Variable<Boolean> IS_STILL_CONTESTED = Variable.flag("isStillContested");
    static final Variable<Next> BALLOT_OUTCOME = Variable.choice("ballotOutcome", Next.class);

    /** What the calling process goes on with. */
    static final Variable<Boolean> IS_ANYBODY_ELECTED = Variable.flag("isAnybodyElected");

    static final Variable<Instant> TASK_DUE_AT = Variable.moment("taskDueAt");
    static final Variable<Instant> ESCALATE_AT = Variable.moment("escalateAt");

    /** What follows a count. */
    enum Next {
        DECIDED,
        AGAIN,
        LOT
    }

    private SecretBallotVariables() {}
}
