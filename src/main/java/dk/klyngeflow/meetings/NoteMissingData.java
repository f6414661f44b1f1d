package dk.klyngeflow.meetings;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes down that the meeting is held without data. */
@Component
class NoteMissingData implements JavaDelegate {

    private final MeetingData data;

    NoteMissingData(MeetingData data) {
        this.data = data;
    }

    @Override
    public void execute(DelegateExecution execution) {
        data.goWithout(execution.getTenantId(), DataOrderVariables.MEETING_ID.get(execution));
        DataOrderVariables.HAS_DATA.set(execution, false);
    }
}
