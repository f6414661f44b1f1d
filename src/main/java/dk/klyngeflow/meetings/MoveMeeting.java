package dk.klyngeflow.meetings;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks every booking about the new time. */
@Component
class MoveMeeting implements JavaDelegate {

    private final MeetingChanges meetingChanges;

    MoveMeeting(MeetingChanges meetingChanges) {
        this.meetingChanges = meetingChanges;
    }

    @Override
    public void execute(DelegateExecution execution) {
        meetingChanges.moveBookings(execution.getTenantId(), MeetingCycleVariables.MEETING_ID.get(execution));
    }
}
