package dk.klyngeflow.meetings;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds the GPs of practices that have not answered. */
@Component
class RemindPractices implements JavaDelegate {

    private final MeetingData data;

    RemindPractices(MeetingData data) {
        this.data = data;
    }

    @Override
    public void execute(DelegateExecution execution) {
        data.remind(execution.getTenantId(), DataOrderVariables.MEETING_ID.get(execution));
    }
}
