package dk.klyngeflow.year;

import dk.klyngeflow.engine.Variable;
import java.time.Instant;

/** What {@code cluster-year} knows. */
final class ClusterYearVariables {

    static final Variable<Long> YEAR = Variable.number("year");
    static final Variable<Instant> NEXT_YEAR_AT = Variable.moment("nextYearAt");
    static final Variable<Instant> NEXT_ITEM_AT = Variable.moment("nextItemAt");

    /** What the item that fell due wants; see {@link YearTurn.Due}. */
    static final Variable<String> WHAT_FELL_DUE = Variable.text("whatFellDue");

    /** The item that fell due. */
    static final Variable<String> ITEM_ID = Variable.text("itemId");

    private ClusterYearVariables() {}
}
