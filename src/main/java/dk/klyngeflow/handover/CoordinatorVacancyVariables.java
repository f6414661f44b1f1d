package dk.klyngeflow.handover;

import dk.klyngeflow.engine.Variable;

/** What {@code coordinator-vacancy} knows. */
final class CoordinatorVacancyVariables {

    static final Variable<String> CLUSTER_ID = Variable.text("clusterId");
    static final Variable<String> STARTED_BY = Variable.text("startedBy");

    private CoordinatorVacancyVariables() {}
}
