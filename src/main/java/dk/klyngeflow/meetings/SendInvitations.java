package dk.klyngeflow.meetings;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends agenda and data to everybody. */
@Component
class SendInvitations implements JavaDelegate {

    private final Invitations invitations;

    SendInvitations(Invitations invitations) {
        this.invitations = invitations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        invitations.send(execution.getTenantId(), MeetingCycleVariables.MEETING_ID.get(execution));
    }
}
