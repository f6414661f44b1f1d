package dk.klyngeflow.meetings;

import dk.klyngeflow.engine.Variable;
import java.time.Instant;

/** What the process knows of a file: where to find what is wrong with it, and nothing of what stands in it. */
final class FigureFileVariables {

    static final Variable<String> CLUSTER_ID = Variable.text("clusterId");
    static final Variable<String> FILE_ID = Variable.text("fileId");
    /** Its name, or the host that it comes from. */
    static final Variable<String> CASE_LABEL = Variable.text("caseLabel");

    static final Variable<Boolean> IS_LEFT = Variable.flag("isLeft");
    static final Variable<Instant> TASK_DUE_AT = Variable.moment("taskDueAt");
    static final Variable<Instant> ESCALATE_AT = Variable.moment("escalateAt");

    private FigureFileVariables() {}
}
