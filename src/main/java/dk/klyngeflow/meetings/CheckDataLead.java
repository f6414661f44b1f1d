package dk.klyngeflow.meetings;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Finds out whether there is time to get data. */
@Component
class CheckDataLead implements JavaDelegate {

    private final MeetingData data;

    CheckDataLead(MeetingData data) {
        this.data = data;
    }

    @Override
    public void execute(DelegateExecution execution) {
        MeetingData.Found found = data.look(
                execution.getTenantId(),
                DataOrderVariables.MEETING_ID.get(execution),
                DataOrderVariables.IS_DATA_TRIED_FOR.find(execution).orElse(false));
        DataOrderVariables.DATA_STATE.set(execution, found.state());
        DataOrderVariables.TASK_DUE_AT.set(execution, found.taskDueAt());
        DataOrderVariables.DATA_NEEDED_AT.set(execution, found.dataNeededAt());
    }
}
