package dk.klyngeflow.assembly;

import dk.klyngeflow.engine.Variable;
import java.time.Instant;

/** What {@code annual-accounts} knows: the year, answers and moments. All else is in the accounts' own tables. */
final class AnnualAccountsVariables {

    static final Variable<String> CLUSTER_ID = Variable.text("clusterId");
    /** Who started it in Tasklist; not set when the year did. */
    static final Variable<String> STARTED_BY = Variable.text("startedBy");

    static final Variable<Long> ACCOUNTING_YEAR = Variable.number("accountingYear");
    static final Variable<String> CASE_LABEL = Variable.text("caseLabel");

    static final Variable<Boolean> ARE_ACCOUNTS_UNDER_WAY = Variable.flag("areAccountsUnderWay");
    static final Variable<Boolean> ARE_STATEMENTS_MISSING = Variable.flag("areStatementsMissing");
    static final Variable<Boolean> ARE_ACCOUNTS_AUDITED = Variable.flag("areAccountsAudited");
    /** Whether nothing of the balance wants an explanation after what was posted late. */
    static final Variable<Boolean> IS_ALL_EXPLAINED = Variable.flag("isAllExplained");
    /** Whether whoever of the board has not signed is asked once more. */
    static final Variable<Boolean> IS_BOARD_ASKED_AGAIN = Variable.flag("isBoardAskedAgain");
    /** Whether an assembly has decided about the draft while nobody waited for it. */
    static final Variable<Boolean> ARE_ACCOUNTS_DECIDED = Variable.flag("areAccountsDecided");
    /** What the assembly has said, as it was heard or written down. */
    static final Variable<Boolean> ARE_APPROVED = Variable.flag("areApproved");
    /** The day of the assembly, as in 2027-03-18. */
    static final Variable<String> DECIDED_ON = Variable.text("decidedOn");

    static final Variable<Instant> TASK_DUE_AT = Variable.moment("taskDueAt");
    static final Variable<Instant> SIGN_REMINDER_AT = Variable.moment("signReminderAt");
    static final Variable<Instant> BOARD_SIGNATURES_DUE_AT = Variable.moment("boardSignaturesDueAt");
    static final Variable<Instant> DECISION_DUE_AT = Variable.moment("decisionDueAt");
    static final Variable<Instant> ESCALATE_AT = Variable.moment("escalateAt");

    private AnnualAccountsVariables() {}
}
