package dk.klyngeflow.handover;

import dk.klyngeflow.engine.Variable;
import java.time.Instant;
import java.time.LocalDate;

/** What {@code coordinator-handover} knows. Who calls it gives {@code clusterId}, {@code successor} and {@code handoverDay}. */
final class CoordinatorHandoverVariables {

    static final Variable<String> CLUSTER_ID = Variable.text("clusterId");
    /** Who started it in Tasklist; not set when another process did. */
    static final Variable<String> STARTED_BY = Variable.text("startedBy");

    static final Variable<String> HANDOVER_ID = Variable.text("handoverId");
    /** How tasks call it: the day. */
    static final Variable<String> CASE_LABEL = Variable.text("caseLabel");

    /** Id of the next coordinator. */
    static final Variable<String> SUCCESSOR = Variable.text("successor");

    static final Variable<LocalDate> HANDOVER_DAY = Variable.day("handoverDay");
    static final Variable<Boolean> IS_SECRETARY_NEEDED = Variable.flag("isSecretaryNeeded");
    static final Variable<Boolean> IS_BOARD_NEEDED = Variable.flag("isBoardNeeded");

    static final Variable<Instant> REMIND_AT = Variable.moment("remindAt");
    /** The morning of the day. */
    static final Variable<Instant> HANDOVER_AT = Variable.moment("handoverAt");
    /** When the chair is asked what is to happen. */
    static final Variable<Instant> DECIDE_AT = Variable.moment("decideAt");

    static final Variable<Instant> TASK_DUE_AT = Variable.moment("taskDueAt");
    static final Variable<Instant> ESCALATE_AT = Variable.moment("escalateAt");
    static final Variable<ChairDecision> CHAIR_DECISION = Variable.choice("chairDecision", ChairDecision.class);
    static final Variable<Boolean> IS_POST_MOVING = Variable.flag("isPostMoving");
    /** For whoever has called it. */
    static final Variable<Boolean> IS_POST_MOVED = Variable.flag("isPostMoved");

    static final Variable<Boolean> IS_SOMETHING_LEFT = Variable.flag("isSomethingLeft");
    static final Variable<Instant> FINISH_DUE_AT = Variable.moment("finishDueAt");
    static final Variable<Instant> FINISH_ESCALATE_AT = Variable.moment("finishEscalateAt");

    /** What the chair says of a handover that has stuck. */
    enum ChairDecision {
        CARRY_OUT,
        NEW_DAY,
        CANCEL
    }

    private CoordinatorHandoverVariables() {}
}
