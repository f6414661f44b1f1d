package dk.klyngeflow.meetings;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds those who have not answered the invitation. */
@Component
class RemindSilent implements JavaDelegate {

    private final Invitations invitations;

    RemindSilent(Invitations invitations) {
        this.invitations = invitations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        invitations.remindSilent(execution.getTenantId(), MeetingCycleVariables.MEETING_ID.get(execution));
    }
}
