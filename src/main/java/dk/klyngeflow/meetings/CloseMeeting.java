package dk.klyngeflow.meetings;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Marks the meeting as closed. */
@Component
class CloseMeeting implements JavaDelegate {

    private final MeetingPlanning meetingPlanning;

    CloseMeeting(MeetingPlanning meetingPlanning) {
        this.meetingPlanning = meetingPlanning;
    }

    @Override
    public void execute(DelegateExecution execution) {
        meetingPlanning.close(execution.getTenantId(), MeetingCycleVariables.MEETING_ID.get(execution));
    }
}
