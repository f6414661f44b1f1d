package dk.klyngeflow.handover;

import dk.klyngeflow.engine.Variable;

/** What {@code duty-handover} knows. */
final class DutyHandoverVariables {

    /** The person who started the case. */
    static final Variable<String> STARTED_BY = Variable.text("startedBy");

    /** Id of the duty that is handed over. */
    static final Variable<String> DUTY = Variable.text("duty");

    static final Variable<Direction> DIRECTION = Variable.choice("direction", Direction.class);

    /** Id of the person who gets the duty; not set when it is taken back. */
    static final Variable<String> RECEIVER = Variable.text("receiver");

    /** Which way the duty goes. */
    enum Direction {
        GIVE,
        TAKE_BACK
    }

    private DutyHandoverVariables() {}
}
