package dk.klyngeflow.meetings;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks the coordinator whether the meeting is held without data, and until when. */
@Component
class AskAboutMissingData implements JavaDelegate {

    private final MissingData missing;

    AskAboutMissingData(MissingData missing) {
        this.missing = missing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        DataOrderVariables.DATA_DECISION_AT.set(
                execution, missing.ask(execution.getTenantId(), DataOrderVariables.MEETING_ID.get(execution)));
    }
}
