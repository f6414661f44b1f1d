package dk.klyngeflow.meetings;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds on the day before. */
@Component
class RemindOfMeeting implements JavaDelegate {

    private final Invitations invitations;

    RemindOfMeeting(Invitations invitations) {
        this.invitations = invitations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        invitations.remindOfMeeting(execution.getTenantId(), MeetingCycleVariables.MEETING_ID.get(execution));
    }
}
