package dk.klyngeflow.meetings;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells everybody and every booking that the meeting is cancelled. */
@Component
class CancelMeeting implements JavaDelegate {

    private final MeetingChanges meetingChanges;

    CancelMeeting(MeetingChanges meetingChanges) {
        this.meetingChanges = meetingChanges;
    }

    @Override
    public void execute(DelegateExecution execution) {
        meetingChanges.tellOfCancellation(execution.getTenantId(), MeetingCycleVariables.MEETING_ID.get(execution));
    }
}
