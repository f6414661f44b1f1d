package dk.klyngeflow.meetings;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sees whether anybody has accepted. */
@Component
class GatherConsents implements JavaDelegate {

    private final MeetingData data;

    GatherConsents(MeetingData data) {
        this.data = data;
    }

    @Override
    public void execute(DelegateExecution execution) {
        MeetingData.Consents consents =
                data.gather(execution.getTenantId(), DataOrderVariables.MEETING_ID.get(execution));
        DataOrderVariables.HAS_ANY_CONSENT.set(execution, consents.any());
        DataOrderVariables.TASK_DUE_AT.set(execution, consents.taskDueAt());
    }
}
