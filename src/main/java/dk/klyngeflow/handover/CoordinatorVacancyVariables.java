package dk.klyngeflow.handover;

import dk.klyngeflow.engine.Variable;
import java.time.Instant;
import java.time.LocalDate;

/** What {@code coordinator-vacancy} knows. */
final class CoordinatorVacancyVariables {

    static final Variable<String> CLUSTER_ID = Variable.text("clusterId");
    static final Variable<String> STARTED_BY = Variable.text("startedBy");
    static final Variable<Boolean> IS_ELECTION_CALLED = Variable.flag("isElectionCalled");
    /** False when the one who acts is elected herself. */
    static final Variable<Boolean> IS_SOMEBODY_ELSE = Variable.flag("isSomebodyElse");

    static final Variable<String> SUCCESSOR = Variable.text("successor");
    static final Variable<LocalDate> HANDOVER_DAY = Variable.day("handoverDay");
    static final Variable<Boolean> IS_POST_MOVED = Variable.flag("isPostMoved");
    static final Variable<Instant> TASK_DUE_AT = Variable.moment("taskDueAt");
    static final Variable<Instant> ESCALATE_AT = Variable.moment("escalateAt");

    private CoordinatorVacancyVariables() {}
}
