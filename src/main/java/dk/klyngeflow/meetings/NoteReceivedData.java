package dk.klyngeflow.meetings;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes down that the data are with the meeting. */
@Component
class NoteReceivedData implements JavaDelegate {

    private final MeetingData data;

    NoteReceivedData(MeetingData data) {
        this.data = data;
    }

    @Override
    public void execute(DelegateExecution execution) {
        data.received(execution.getTenantId(), DataOrderVariables.MEETING_ID.get(execution));
        DataOrderVariables.HAS_DATA.set(execution, true);
    }
}
