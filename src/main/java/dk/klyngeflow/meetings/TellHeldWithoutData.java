package dk.klyngeflow.meetings;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Nobody has answered: says that the meeting is held without data. */
@Component
class TellHeldWithoutData implements JavaDelegate {

    private final MissingData missing;

    TellHeldWithoutData(MissingData missing) {
        this.missing = missing;
    }

    @Override
    public void execute(DelegateExecution execution) {
        missing.tell(execution.getTenantId(), DataOrderVariables.MEETING_ID.get(execution));
    }
}
