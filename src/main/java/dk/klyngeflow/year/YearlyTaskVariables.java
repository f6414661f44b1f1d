package dk.klyngeflow.year;

import dk.klyngeflow.engine.Variable;
import java.time.Instant;

/** What {@code yearly-task} knows. */
final class YearlyTaskVariables {

    static final Variable<Long> YEAR = Variable.number("year");
    static final Variable<String> ITEM_ID = Variable.text("itemId");

    /** What the titles of its tasks end with. */
    static final Variable<String> CASE_LABEL = Variable.text("caseLabel");

    /** A {@link YearKind}. */
    static final Variable<String> WHICH_TASK = Variable.text("whichTask");

    static final Variable<Instant> TASK_DUE_AT = Variable.moment("taskDueAt");
    static final Variable<Instant> ESCALATE_AT = Variable.moment("escalateAt");

    /** The end of the year: then it no longer makes sense. */
    static final Variable<Instant> GIVEN_UP_AT = Variable.moment("givenUpAt");

    private YearlyTaskVariables() {}
}
