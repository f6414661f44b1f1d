package dk.klyngeflow.meetings;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Gives the coordinator the planning once more, with a new deadline. */
@Component
class ReopenPlanning implements JavaDelegate {

    private final MeetingPlanning meetingPlanning;

    ReopenPlanning(MeetingPlanning meetingPlanning) {
        this.meetingPlanning = meetingPlanning;
    }

    @Override
    public void execute(DelegateExecution execution) {
        MeetingCycleVariables.TASK_DUE_AT.set(
                execution,
                meetingPlanning.reopen(execution.getTenantId(), MeetingCycleVariables.MEETING_ID.get(execution)));
    }
}
